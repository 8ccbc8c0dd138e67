import type { Share } from '../../charts/marks/share-bar';
import type { NearerCount } from '../../experiments/nearer';
import { nearer } from '../../experiments/nearer';
import { formatCount } from '../../lib/words';

/** Lengths of the sums compared. */
export const SIZES = [64, 256, 1024, 4096];
export const SHORT = SIZES[0]!;
export const LONG = SIZES.at(-1)!;

const SPEC = { pattern: 'pytorch-2.13', batches: [1, 16], outputs: 768, seed: 72 } as const;

/** Compares batch 1 and batch 16 of today's PyTorch, size by size. */
export function* nearerCounts(): Generator<readonly NearerCount[] | null, void> {
  const found: NearerCount[] = [];
  for (const K of SIZES) {
    found.push(yield* nearer({ ...SPEC, K }));
    yield [...found];
  }
}

/** The call that comes nearer at more outputs. */
export function winner({ first, second }: NearerCount): 'one' | 'sixteen' | 'even' {
  return first === second ? 'even' : first > second ? 'one' : 'sixteen';
}

/** Which call comes nearer for the shortest sums, and whether that also holds for the longest: a sentence on each. */
export function nearerFinding(short: NearerCount, long: NearerCount): readonly [string, string] {
  const turn = winner(short) === winner(long) ? 'too' : 'it is the other way round';
  return [
    `At K = ${formatCount(short.K)}, batch 1 is nearer at ${formatCount(short.first)} of ${formatCount(short.outputs)} outputs and batch 16 at ${formatCount(short.second)}.`,
    `At K = ${formatCount(long.K)}, ${turn}: ${formatCount(long.first)} and ${formatCount(long.second)}.`,
  ];
}

/** The outputs of one size: batch 1 nearer, equally near, batch 16 nearer. */
export function nearerShares({ outputs, first, even, second }: NearerCount): Share[] {
  return [
    { share: first / outputs, colour: 'var(--ink)' },
    { share: even / outputs, colour: 'var(--hairline)' },
    { share: second / outputs, colour: 'var(--ink-quiet)' },
  ];
}
