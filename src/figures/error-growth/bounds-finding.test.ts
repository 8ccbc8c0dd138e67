import { describe, expect, it } from 'vitest';
import { growth } from '../../experiments/growth';
import { runToEnd } from '../../experiments/step';
import type { GrowthResult } from '../../store/results';
import { sizeText } from '../../lib/size-text';
import { boundsFinding, rivalText } from './bounds-finding';
import { chosenDomains, chosenSeries } from './chosen-series';
import { rivalOf } from './growth-choice';

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
    const [error, within] = boundsFinding(short, 'sequential', 1024);
    expect(error).toMatch(/^At K = 1,024, the median error of one by one is \d\.\d·10⁻⁹ of Σ\|x·w\|, 0\.0\d+ times √h·u\.$/);
    expect(within).toBe('All 8 sums stay within h·u.');
  });

  it('of a plain loop over a million positive products are above it, as the text says', () => {
    const { spec, points } = grown({ kind: 'positive' }, 20);
    const loop = { spec, points };
    const said = boundsFinding(loop, 'sequential', 2 ** 20);
    expect(said[0]).toMatch(/^At K = 1,048,576, .* [2-9]\.?\d* times √h·u\.$/);
    expect(said[2]).toBe('8 of 8 are too small in size.');
    expect(said.join(' ').length).toBeLessThan(200);
    expect(points.find(({ K }) => K === 65536)!.errors[0]!.median).toBeLessThan(points.find(({ K }) => K === 65536)!.errors[0]!.probabilistic!);
    const { y } = chosenDomains(loop);
    expect(points.every(({ errors }) => errors.every(({ median }) => median >= y[0] && median <= y[1]))).toBe(true);
  }, 30_000);

  it('are said of one sum in the singular', () => {
    const [point] = short.points.slice(-1);
    const [found] = point!.errors;
    const one = { ...short, points: [{ ...point!, errors: [{ ...found!, mean: -1, rms: 1, tooSmall: 1 }] }] };
    expect(boundsFinding(one, 'sequential', 1024)[2]).toBe('1 of 8 is too small in size.');
  });

  it('have no such scale where the sum is not a tree', () => {
    expect(boundsFinding(short, 'kahan', 1024)[0]).toMatch(/Kahan .* is not a tree of additions/i);
  });

  it('are not said before they are there', () => {
    expect(boundsFinding(short, 'kahan', 1000)).toEqual(['The sums are being added up.']);
  });

  it('are compared with a plain loop’s, and a plain loop’s with adding by halves: how many times as much the worse one errs', () => {
    const medians = (method: 'sequential' | 'kahan') => short.points.at(-1)!.errors.find(({ id }) => id === method)!.median;
    expect(rivalText(short, 'kahan', 1024)).toBe(`At K = 1,024, one by one errs ${sizeText(medians('sequential') / medians('kahan'))} times as much as Kahan`);
    expect(rivalText(short, 'kahan', 1)).toBe('At K = 1, Kahan and one by one err alike');
    expect(rivalText(short, 'sequential', 1024)).toBe('At K = 1,024');
    expect(rivalOf('sequential')).toBe('pairwise(8)');
  });
});

describe('the curves', () => {
  it('are the medians, and of the chosen order the spread and both bounds', () => {
    const series = chosenSeries(short, 'sequential');
    expect(series.map(({ id }) => id)).toEqual(['sequential', 'bound', 'probabilistic', 'kahan']);
    expect(series.map(({ strong }) => strong ?? false)).toEqual([true, false, false, false]);
    expect(series[0]!.points[0]).toHaveProperty('low');
    expect(series[3]!.points[0]).not.toHaveProperty('low');
    expect(chosenSeries(short, 'kahan').map(({ id }) => id)).toEqual(['sequential', 'kahan']);
    for (const [i, { x, y }] of series[2]!.points.entries()) {
      expect(x).toBe(2 ** i);
      expect(y).toBeCloseTo(Math.sqrt(series[1]!.points[i]!.y * 2 ** -24), 12);
    }
  });

  it.each([{ kind: 'uniform' }, { kind: 'positive' }, { kind: 'cancelling', condition: 1 }, { kind: 'cancelling', condition: 1e12 }] as const)('of the medians lie inside the axes: %o', (source) => {
    const growth = grown(source, 12);
    const { x, y } = chosenDomains(growth);
    expect(x).toEqual([1, 4096]);
    for (const { median } of growth.points.flatMap(({ errors }) => errors)) expect(median >= y[0] && median <= y[1]).toBe(true);
    // Bounds don’t make the axis longer.
    expect(chosenSeries(growth, 'sequential')[1]!.points.at(-1)!.y).toBeGreaterThan(y[1]);
  });
});
