import { PASTED_LIMITS } from '../lib/limits';
import type { CleanText } from './clean-text';
import type { Found } from './found';
import { arrayOf, isFloatLike } from './found';
import { dtypeNamed } from './node';
import { namesSetting, plainLabel } from './result-words';
import type { Loose } from './scan-values';
import type { LooseLine } from './split-loose';
import type { NumberToken } from './text-reader';

const UNIT = /^(?:n?m?u?s|secs?|seconds?|min(?:utes?)?|hours?|[KMGT]i?B|it|iters?|steps?|epochs?|samples?|tokens?|rows?|[KMG]?Hz|times|percent|allowed)$/i;
const BETWEEN = /^(?:vs\.?|versus|against|got|expected|but|assert|is|was|gives?|returns?|returned)$/i;
/** In a sentence, numbers with fewer digits are sizes, versions, percentages. */
const LEAST_DIGITS = 4;

/** Numbers among words, outside brackets: `loss: 0.25`, `cpu = nan`, “got -1.25.”, `0.1 != 0.2`, “0.127… against 0.127…”. */
export function labelledNumbers(lines: readonly LooseLine[], { text }: CleanText): Found[] {
  const found: Found[] = [];
  for (const { tokens, numbers, kind } of lines) {
    if (kind !== 'words' || numbers.length === 0) continue;
    for (const run of runsIn(tokens)) {
      if (found.length >= PASTED_LIMITS.found) return found;
      found.push(...foundIn(run, tokens, text));
    }
  }
  return found;
}

interface Run {
  readonly numbers: NumberToken[];
  /** Indices into the line's tokens. */
  readonly from: number;
  to: number;
  /** The last number, value or comma before it; −1 if there is none. */
  readonly previous: number;
}

/** Runs of consecutive numbers. */
function runsIn(tokens: readonly Loose[]): Run[] {
  const runs: Run[] = [];
  let isOpen = false;
  let previous = -1;
  tokens.forEach((token, i) => {
    if (token.kind === 'number') {
      const last = runs.at(-1);
      if (isOpen && last !== undefined) {
        last.numbers.push(token);
        last.to = i;
      } else runs.push({ numbers: [token], from: i, to: i, previous });
      isOpen = true;
    } else if (token.text !== ',' && token.text !== '|') isOpen = false;
    if (token.kind === 'number' || token.kind === 'value' || token.text === ',' || token.text === ';') previous = i;
  });
  return runs;
}

function foundIn({ numbers, from, to, previous }: Run, tokens: readonly Loose[], text: string): Found[] {
  const [before, after] = [tokens[from - 1], tokens[to + 1]];
  const isFloat = numbers.some(isFloatLike);
  const isJoined = joins(before) || joins(after) || before?.text === ':' || before?.text === '=';
  if (!isFloat && !isJoined) return [];
  const isEnd = after === undefined || after.text === ',' || after.text === ';' || after.text === '|' || after.text === '.' || after.text === '>';
  const isLong = numbers.length > 1 || !Number.isFinite(numbers[0]!.value) || numbers[0]!.text.replace(/\D/g, '').length >= LEAST_DIGITS;
  const isLabelled = isJoined || (before?.kind === 'word' && isEnd && isLong);
  const rank = !isFloat ? 'whole' : isLabelled ? 'printed' : isLong && numbers.length === 1 ? 'prose' : null;
  if (rank === null || (after?.kind === 'word' && UNIT.test(after.text))) return [];
  const at = numbers[0]!.at;
  const start = previous < 0 ? (tokens[0]?.at ?? at) : tokens[previous]!.at + Math.max(1, tokens[previous]!.text.length);
  const words = text.slice(Math.max(start, at - 300), at);
  const label = plainLabel(words).replace(/^(?:vs\.?|versus|against|!|and|assert)$/i, '');
  if (namesSetting(label)) return [];
  const dtype = words.includes('dtype') ? dtypeNamed(/dtype[ =:]{1,3}[\w.'<]{1,24}/.exec(words)?.[0] ?? '') : null;
  return [{ array: arrayOf(numbers, { shape: numbers.length === 1 ? [] : [numbers.length], dtype }), at, rank, form: 'single', label }];
}

function joins(token: Loose | undefined): boolean {
  return token !== undefined && (token.text === '==' || token.text === '!=' || (token.kind === 'word' && BETWEEN.test(token.text)));
}
