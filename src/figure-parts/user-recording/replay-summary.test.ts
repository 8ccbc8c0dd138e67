import { describe, expect, it } from 'vitest';
import { replayLines, replaySentences } from './replay-summary';

const kernel = (batch: number, equal: number, total: number, differing: number[] = []) => ({ batch, row: 0, columns: [] as const, orderText: '', equal, total, differing });

describe('what a replay came to', () => {
  it('gathers the kernels of a call', () => {
    expect(replayLines([kernel(1, 8, 8), kernel(4, 4, 5, [7]), kernel(4, 2, 3, [1])])).toEqual([
      { batch: 1, row: 0, equal: 8, total: 8, differing: [] },
      { batch: 4, row: 0, equal: 6, total: 8, differing: [1, 7] },
    ]);
  });

  it('says it in a sentence for each count', () => {
    expect(replaySentences(replayLines([kernel(1, 8, 8), kernel(2, 8, 8), kernel(4, 7, 8, [3]), kernel(16, 8, 8)]))).toEqual(['8 of 8 outputs are equal to the bit at batches 1, 2 and 16.', '7 of 8 outputs are equal to the bit at batch 4.']);
  });
});
