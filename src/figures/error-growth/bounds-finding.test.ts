import { describe, expect, it } from 'vitest';
import { growth } from '../../experiments/growth';
import { runToEnd } from '../../experiments/step';
import type { GrowthResult } from '../../store/results';
import { boundsFinding } from './bounds-finding';
import { chosenSeries } from './chosen-series';

const METHODS = [
  { id: 'sequential', method: { kind: 'family', family: { name: 'sequential' }, fused: false, bias: 'none' } },
  { id: 'kahan', method: { kind: 'other', name: 'kahan' } },
] as const;

function grown(source: GrowthResult['spec']['source'], maxExponent: number): GrowthResult {
  const spec = { source, methods: METHODS, maxExponent, pointsPerOctave: 1, trials: 8, seed: 72 };
  return { spec, points: runToEnd(growth(spec)).values };
}

const short = grown({ kind: 'uniform' }, 10);

describe('errors against their bounds', () => {
  it('are below √h·u for numbers of both signs', () => {
    const [within, below] = boundsFinding(short, 'sequential');
    expect(within).toBe('All 8 trials of sequential stay within h·u, at every K.');
    expect(below).toMatch(/^The median stays below √h·u: at K = 1,024 it is 0\.0\d+ times √h·u\.$/);
  });

  it('of a plain loop over a million positive products are above it, as the text says', () => {
    const { spec, points } = grown({ kind: 'positive' }, 20);
    const loop = { spec, points };
    expect(boundsFinding(loop, 'sequential')[1]).toMatch(/^The median is above √h·u at K = .*1,048,576: at K = 1,048,576 it is [2-9]\.?\d* times as much\.$/);
    expect(boundsFinding(loop, 'sequential')[2]).toMatch(/^There, 8 of 8 sums are too small in size, on average by \d\.\d·10⁻⁴\.$/);
    expect(points.find(({ K }) => K === 65536)!.errors[0]!.median).toBeLessThan(points.find(({ K }) => K === 65536)!.errors[0]!.probabilistic!);
  }, 30_000);

  it('have no such scale where the sum is not a tree', () => {
    expect(boundsFinding(short, 'kahan')[0]).toContain('kahan is not a tree');
  });
});

describe('the curves', () => {
  it('are the medians, and of the chosen order the spread and both bounds', () => {
    const series = chosenSeries(short, 'sequential');
    expect(series.map(({ id }) => id)).toEqual(['sequential', 'bound', 'probabilistic', 'kahan']);
    expect(series[0]!.points[0]).toHaveProperty('low');
    expect(series[3]!.points[0]).not.toHaveProperty('low');
    expect(chosenSeries(short, 'kahan').map(({ id }) => id)).toEqual(['sequential', 'kahan']);
    for (const [i, { x, y }] of series[2]!.points.entries()) {
      expect(x).toBe(2 ** i);
      expect(y).toBeCloseTo(Math.sqrt(series[1]!.points[i]!.y * 2 ** -24), 12);
    }
  });
});
