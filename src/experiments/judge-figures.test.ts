import { describe, expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import type { DifferenceFigures, FiguresLayer } from './judge-figures';
import { judgeFigures } from './judge-figures';
import { resultOf, tenFamilies } from './judge-data.fixture';

const figures = (some: Partial<DifferenceFigures>): DifferenceFigures => ({ dtype: 'float32', absolute: null, relative: null, of: null, ...some });
const known = (products: number | null, hasBias: boolean | null = null): FiguresLayer => ({ products, hasBias, layer: null });

describe('figures of an assertion alone', () => {
  it('are normal where every relative difference is a few roundings, whatever the results are', () => {
    // NumPy: 7 of 20 entries that differ by one ulp each
    expect(judgeFigures(figures({ absolute: 4.7683716e-7, relative: 1.14935766e-7, of: 20 }), known(20))).toMatchObject({ finding: 'normal', rule: 'relative' });
    expect(judgeFigures(figures({ absolute: 4.7683716e-7, relative: 1.14935766e-7 }), known(null)).finding).toBe('normal');
    expect(judgeFigures(figures({ absolute: 0.0156, relative: 0.0078, dtype: 'bfloat16' }), known(4096)).finding).toBe('normal');
  });

  it('can’t be judged where a result may be near zero, and say how large Σ|x·w| would have to be', () => {
    const judgement = judgeFigures(figures({ absolute: 0.0375, relative: 0.0269 }), known(768));
    expect(judgement.finding).toBe('no-scale');
    expect(judgement.leastResult).toBeCloseTo(1.394, 3);
    expect(judgement.neededAbsSum).toBeCloseTo(0.0375 / (2 * 769 * 2 ** -24), -1);
    expect(judgeFigures(figures({ absolute: 0.0375 }), known(null)).finding).toBe('no-products');
  });

  it('are something else than order where there is one product', () => {
    expect(judgeFigures(figures({ absolute: 0.5, relative: 4.9e-4 }), known(1)).finding).toBe('beyond');
    expect(judgeFigures(figures({ relative: 1.2e-7 }), known(1)).finding).toBe('no-scale');
    expect(judgeFigures(figures({ relative: 1.2e-7 }), known(1, false)).finding).toBe('beyond');
  });

  it('know zero, NaN and nothing', () => {
    expect(judgeFigures(figures({ absolute: 0, relative: 0 }), known(8)).finding).toBe('equal');
    expect(judgeFigures(figures({ absolute: NaN }), known(8)).finding).toBe('nonfinite');
    expect(judgeFigures(figures({ absolute: Infinity, relative: NaN }), known(8)).finding).toBe('nonfinite');
    expect(judgeFigures(figures({}), known(8)).finding).toBe('none');
  });

  it('are judged by x and W where these are known', () => {
    const layer = makeLayer({ kind: 'normal', seed: 2 }, { inFeatures: 96, outFeatures: 24, rows: 1, bias: true });
    const results = tenFamilies(96, true).map((order) => resultOf(layer, order));
    const at = (absolute: number) => judgeFigures(figures({ absolute }), { products: null, hasBias: true, layer });
    for (const a of results) {
      const most = Math.max(...a.map((value, j) => Math.abs(value - results[0]![j]!)));
      expect(['equal', 'normal']).toContain(at(most).finding);
    }
    expect(at(2e-5)).toMatchObject({ finding: 'between', rule: 'sigma' });
    expect(at(1e-2).finding).toBe('beyond');
  });
});
