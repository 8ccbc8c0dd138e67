import { describe, expect, test } from 'vitest';
import { newExperimentContext } from '../../experiments/experiment-context';
import { growth } from '../../experiments/growth';
import type { GrowthSpec } from '../../experiments/growth';
import { runToEnd } from '../../experiments/step';
import { styled } from '../../experiments/method-spec';
import { FROUND_WITH_ADDERS } from '../../linear/groups';
import { printMethod } from '../../share/schedule-text';
import { COMPARED_METHODS } from '../../share/settings';
import { growthFinding } from './growth-finding';
import { growthDomains, growthSeries } from './growth-series';

const { sequential, 'pairwise(8)': pairwise, kahan } = COMPARED_METHODS;
const spec: GrowthSpec = {
  source: { kind: 'uniform' },
  methods: [sequential, pairwise, kahan].map((method) => ({ id: printMethod(method), method: styled(method, { fused: false, bias: 'none' }) })),
  maxExponent: 8,
  pointsPerOctave: 1,
  trials: 16,
  seed: 72,
};
const result = { spec, points: runToEnd(growth(spec)).values };

describe('growth as curves', () => {
  test('each sum has a curve of its colour, and each tree a bound above it', () => {
    const series = growthSeries(result);
    expect(series.map(({ id, kind }) => [id, kind])).toEqual([
      ['sequential', 'measured'],
      ['sequential bound', 'bound'],
      ['pairwise(8)', 'measured'],
      ['pairwise(8) bound', 'bound'],
      ['kahan', 'measured'],
    ]);
    for (const [i, { y }] of series[0]!.points.entries()) expect(y).toBeLessThanOrEqual(series[1]!.points[i]!.y);
    expect(series[0]!.colour).toBe(series[1]!.colour);
  });

  test('everything lies inside the axes', () => {
    const { x, y } = growthDomains(result);
    expect(x).toEqual([1, 256]);
    for (const { points } of growthSeries(result)) {
      for (const point of points) if (point.y > 0) expect(point.y >= y[0] && point.y <= y[1]).toBe(true);
    }
  });

  test('the sentences are about the largest K that is through', () => {
    expect(growthFinding({ spec, points: result.points.slice(0, 4) })[0]).toMatch(/^At K = 8 the median error is/);
    expect(growthFinding({ spec, points: [] })).toEqual(['The first sums are being added up.']);
    expect(growthFinding(result)[1]).toBe('None of the 16 trials at any K exceeds the bound of its tree.');
  });

  test('a drift is said of the sum that falls short most, and of none if all is chance', () => {
    const h100 = { kind: 'family', family: { name: 'sequential', adder: 'h100' } } as const;
    const style = { fused: false, bias: 'none' } as const;
    const methods = [sequential, h100].map((method) => ({ id: printMethod(method), method: styled(method, style), inputs: 'bfloat16' as const }));
    const positive: GrowthSpec = { ...spec, source: { kind: 'positive' }, methods, maxExponent: 10, trials: 32 };
    expect(growthFinding({ spec: positive, points: runToEnd(growth(positive, newExperimentContext(FROUND_WITH_ADDERS))).values }).at(-1)).toMatch(/^On average, sequential\(h100\) falls short by 1\.\d·10⁻⁶; 32 of 32 sums are too small in size\.$/);
    expect(growthFinding(result).join(' ')).not.toContain('falls short');
  });
});
