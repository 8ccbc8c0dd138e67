import { expect, it } from 'vitest';
import type { ConditionPoint } from './error-by-condition';
import { errorByCondition } from './error-by-condition';

const SEQUENTIAL = { kind: 'family', family: { name: 'sequential' }, fused: false, bias: 'none' } as const;

function pointsOf(conditions: readonly number[]): readonly ConditionPoint[] {
  let points: readonly ConditionPoint[] = [];
  for (const piece of errorByCondition({ method: SEQUENTIAL, K: 512, conditions, trials: 12, seed: 1 })) points = piece ?? points;
  return points;
}

it('stays under the bound h·u as a share of Σ|x·w|, whatever the condition number', () => {
  for (const { backward } of pointsOf([1, 1e6, 1e12, 1e18, 1e30])) expect(backward).toBeLessThanOrEqual(512 * 2 ** -24);
});

it('grows with the condition number as a share of the result, with no end', () => {
  const points = pointsOf([1, 1e6, 1e12, 1e18, 1e30]);
  expect(points.map(({ aimed }) => aimed)).toEqual([1, 1e6, 1e12, 1e18, 1e30]);
  for (const [i, { condition, ofResult }] of points.entries()) {
    expect(condition / [1, 1e6, 1e12, 1e18, 1e30][i]!).toBeGreaterThan(0.5);
    if (i > 0) expect(ofResult).toBeGreaterThan(1000 * points[i - 1]!.ofResult);
  }
  expect(points.at(-1)!.ofResult).toBeGreaterThan(1e15);
});

it('is both shares at once where nothing cancels', () => {
  const [{ backward, ofResult, condition }] = pointsOf([1]) as [ConditionPoint];
  expect(condition).toBeCloseTo(1, 6);
  expect(ofResult / backward).toBeCloseTo(1, 6);
});
