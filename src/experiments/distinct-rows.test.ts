import { describe, expect, it } from 'vitest';
import { distinctRows } from './distinct-rows';

describe('distinct rows', () => {
  it('are those whose bits differ: −0 from +0, but no NaN from another', () => {
    const outputs = Float32Array.of(1, 0, NaN, 1, -0, NaN, 1, 0, NaN, 2, -0, 3, 1, -0, NaN);
    expect(distinctRows(outputs, 3)).toEqual([
      { rows: [[0, 0], [2, 2]], differing: 0 },
      { rows: [[1, 1], [4, 4]], differing: 1 },
      { rows: [[3, 3]], differing: 3 },
    ]);
  });
});
