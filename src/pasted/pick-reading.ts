import { PASTED_LIMITS } from '../lib/limits';
import { alignPlaces } from './align-places';
import { atItsBest, oneEach } from './choose-results';
import type { Candidate } from './find-results';
import { looksLikeDifference } from './looks-like-difference';
import type { Figures, Greatest, PastedResult, Reading } from './reading';
import { namesRelative } from './result-words';

type Bare<R> = R extends { readonly took: string } ? Omit<R, 'took' | 'leftOut'> : never;

/** A reading without its sentences. */
export type Picked = Bare<Reading>;

/** How to read the numbers of a text; null if there are none. */
export function pickReading(candidates: readonly Candidate[], figures: Figures | null): Picked | null {
  const best = atItsBest(candidates, figures !== null);
  const differences = best.filter(({ isDifference }) => isDifference);
  const results = oneEach(best.filter(({ isDifference }) => !isDifference));
  const stated = withDifferences(figures, differences);
  const [first, second] = results;
  if (first !== undefined && second !== undefined) {
    const roles = rolePair(results);
    if (results.length === 2 || roles !== null) return { kind: 'pair', pair: (roles ?? [first, second]).map(plain) as [PastedResult, PastedResult], figures: stated };
    const some = results.slice(0, PASTED_LIMITS.results);
    return { kind: 'several', results: some.map(plain), pairs: likelyPairs(some) };
  }
  const table = differences.find(({ array }) => array.values.length > 1);
  if (first === undefined && table !== undefined) return { kind: 'difference', result: plain(table), by: 'label' };
  if (stated !== null && (first === undefined || first.role === null)) return { kind: 'figures', figures: stated };
  if (first === undefined) return null;
  if (looksLikeDifference(first.array.values)) return { kind: 'difference', result: plain(first), by: 'digits' };
  return { kind: 'one', result: plain(first) };
}

function plain({ array, label, position, line }: Candidate): PastedResult {
  return { array, label, position, line };
}

/** The one actual and the one expected result, if an assertion names them. */
function rolePair(results: readonly Candidate[]): readonly [Candidate, Candidate] | null {
  const [actual, expected] = (['actual', 'expected'] as const).map((role) => results.filter((result) => result.role === role));
  return actual?.length === 1 && expected?.length === 1 ? [actual[0]!, expected[0]!] : null;
}

/** Adds single numbers labelled as differences to what an assertion states. */
function withDifferences(figures: Figures | null, differences: readonly Candidate[]): Figures | null {
  let { absolute, relative } = figures ?? { absolute: null, relative: null };
  for (const { array, label } of differences) {
    if (array.values.length !== 1) continue;
    const greatest: Greatest = { value: Math.abs(array.values[0]!), index: null, allowed: null };
    if (namesRelative(label)) relative ??= greatest;
    else absolute ??= greatest;
  }
  return absolute === null && relative === null && figures === null ? null : { mismatched: figures?.mismatched ?? null, absolute, relative };
}

/** Comparable pairs: first and second, third and fourth of one type, then neighbours, then the rest. */
function likelyPairs(results: readonly Candidate[]): (readonly [number, number])[] {
  const ranked: { readonly pair: readonly [number, number]; readonly rank: number }[] = [];
  const isEven = results.length % 2 === 0;
  for (let i = 0; i < results.length; i++) {
    for (let j = i + 1; j < results.length && ranked.length < 2 * PASTED_LIMITS.results; j++) {
      const [a, b] = [results[i]!.array, results[j]!.array];
      if (!alignPlaces(a, b).ok) continue;
      const isSameType = a.dtype === null || b.dtype === null || a.dtype === b.dtype;
      ranked.push({ pair: [i, j], rank: (isSameType ? 0 : 4) + (j > i + 1 ? 2 : isEven && i % 2 === 0 ? 0 : 1) });
    }
  }
  return ranked.sort((p, q) => p.rank - q.rank).map(({ pair }) => pair);
}
