import { describe, expect, it } from 'vitest';
import { isBeyondRows, replaySentences } from './replay-summary';

const call = (batch: number, equal: number, total: number, digestIsEqual: boolean | null = null) => ({ batch, digestIsEqual, kernels: [], equal, total, differing: [] });

describe('what a replay came to', () => {
  it('is a sentence for each count', () => {
    expect(replaySentences([call(1, 8, 8), call(2, 8, 8), call(4, 7, 8), call(16, 8, 8)])).toEqual(['8 of 8 outputs are equal to the bit at batches 1, 2 and 16.', '7 of 8 outputs are equal to the bit at batch 4.']);
  });

  it('is one sentence for all calls that are proved by their digests', () => {
    expect(replaySentences([call(1, 8, 8, true), call(2, 16, 16, true), call(4, 8, 32, false)])).toEqual(['24 of 24 outputs are equal to the bit in all rows at batches 1 and 2.', '8 of 32 outputs are equal to the bit at batch 4.']);
  });

  it('can be wrong in rows whose bits were not recorded', () => {
    expect(isBeyondRows(call(4, 8, 32, false))).toBe(true);
    expect(isBeyondRows(call(4, 32, 32, true))).toBe(false);
    expect(isBeyondRows({ ...call(4, 7, 32, false), differing: [{ row: 0, columns: [3] }] })).toBe(false);
    expect(isBeyondRows(call(4, 7, 8))).toBe(false);
  });
});
