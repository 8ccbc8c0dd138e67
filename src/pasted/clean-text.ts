import type { Dtype } from '../numerics/dtypes';
import type { Line } from './line-heads';
import { readLineHeads } from './line-heads';

/** A text with everything that no program printed blanked out, so that positions are still those in the reader's text. */
export interface CleanText {
  readonly original: string;
  readonly text: string;
  readonly lines: readonly Line[];
  /** `[torch.FloatTensor of size 2x3]`, which PyTorch up to 0.3 prints after the numbers, or LibTorch's `[ CPUFloatType{2,3} ]`. */
  readonly sizes: readonly { readonly at: number; readonly shape: readonly number[]; readonly dtype: Dtype }[];
}

const SIZE = /\[(?:torch\.(?:cuda\.)?| ?(?:CPU|CUDA))([A-Za-z0-9]{0,12}?)(?:Tensor of size |Type\{)(\d{1,9}(?:[x,]\d{1,9}){0,9})[^\]\n]{0,40}\]/g;
// eslint-disable-next-line no-control-regex -- terminal colour codes begin with one.
const MARKS = /\*\*|`+|\x1b\[[0-9;]{0,20}m/g;
/** Rules of tables: `---|:--:|---`. */
const RULE = /^[ \t|:+=─━-]{3,}$/gm;

/** @param withCode whether to keep what was typed at a prompt, for a text with nothing else */
export function cleanText(original: string, withCode: boolean): CleanText {
  const lines = readLineHeads(original);
  const pieces: string[] = [];
  for (const { at, end, start, kind } of lines) {
    const kept = kind === 'code' && !withCode ? end : start;
    pieces.push(' '.repeat(kept - at), original.slice(kept, end));
    if (end < original.length) pieces.push('\n');
  }
  const sizes: CleanText['sizes'][number][] = [];
  const text = pieces
    .join('')
    .replace(MARKS, blanks)
    .replace(RULE, (rule) => (/-{2}|={2}|─|━/.test(rule) ? blanks(rule) : rule))
    .replace(SIZE, (all: string, kind: string, shape: string, at: number) => {
      sizes.push({ at, shape: shape.split(/[x,]/).map(Number), dtype: kind === 'Half' ? 'float16' : kind === 'Double' ? 'float64' : kind === 'BFloat16' ? 'bfloat16' : 'float32' });
      return blanks(all);
    });
  return { original, text, lines, sizes };
}

export function blanks(text: string): string {
  return ' '.repeat(text.length);
}

/** The index of the line that holds a position. */
export function lineAt(lines: readonly Line[], position: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.at <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
