import { expect, it } from 'vitest';
import type { SweepResult } from '../../store/results';
import { largestDifferences } from './largest-differences';

const orders = { orders: [], provenance: 'chosen', note: '' } as const;

function sweepOf(one: number[], two: number[]): SweepResult {
  return {
    spec: { layer: { format: 'float32' } } as SweepResult['spec'],
    references: { exact: Float64Array.from(one), float64: Float64Array.from(one), absSum: new Float64Array(one.length).fill(1) },
    rows: [
      { batch: 1, values: Float32Array.from(one), ...orders },
      { batch: 2, values: Float32Array.from(two), ...orders },
    ],
  };
}

it('tells the output that is the most ulp off from the one that is farthest off', () => {
  const step = 2 ** -23;
  const found = largestDifferences(sweepOf([1, 2 ** -20], [1 + 2 * step, 2 ** -20 + step]), 1);
  expect(found?.byUlp).toMatchObject({ place: { line: 2, column: 1 }, ulp: 2 ** 20, absolute: step });
  expect(found?.byAbsolute).toMatchObject({ place: { line: 2, column: 0 }, ulp: 2, absolute: 2 * step });
});

it('names none where nothing differs, or where the baseline is not through', () => {
  expect(largestDifferences(sweepOf([1, 2], [1, 2]), 1)).toBeNull();
  expect(largestDifferences(sweepOf([1, 2], [1, 3]), 4)).toBeNull();
});
