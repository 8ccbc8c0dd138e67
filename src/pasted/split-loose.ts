import type { Loose } from './scan-values';
import type { NumberToken } from './text-reader';

/** The tokens on one line outside brackets. */
export interface LooseLine {
  readonly tokens: readonly Loose[];
  readonly numbers: readonly NumberToken[];
  /** `numbers`: nothing but numbers; `scale`: “1.00000e-02 *”; `words`: anything else. */
  readonly kind: 'empty' | 'numbers' | 'scale' | 'words';
}

export function splitLoose(loose: readonly Loose[]): LooseLine[] {
  const lines: LooseLine[] = [];
  let tokens: Loose[] = [];
  for (const token of loose) {
    if (token.kind !== 'line') tokens.push(token);
    else {
      lines.push(lineOf(tokens));
      tokens = [];
    }
  }
  lines.push(lineOf(tokens));
  return lines;
}

function lineOf(tokens: readonly Loose[]): LooseLine {
  const numbers = tokens.filter((token) => token.kind === 'number');
  if (tokens.length === 0) return { tokens, numbers, kind: 'empty' };
  if (tokens.length === 2 && numbers.length === 1 && tokens[1]!.text === '*') return { tokens, numbers, kind: 'scale' };
  const isNumbers = numbers.length > 0 && tokens.every(({ kind, text }) => kind === 'number' || text === ',' || text === ';' || text === '|');
  return { tokens, numbers, kind: isNumbers ? 'numbers' : 'words' };
}
