import { describe, expect, it } from 'vitest';
import { DRIFT_METHODS } from '../../experiments/drift-sums';
import { growth } from '../../experiments/growth';
import { runToEnd } from '../../experiments/step';
import { SETTINGS } from '../../share/settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { newExperimentContext } from '../../experiments/experiment-context';
import { ENGINES } from '../../testing/engines';
import { bitsKept } from './count-bits-kept';
import { driftFinding } from './drift-finding';
import type { DriftChoice } from './drift-series';
import { driftDomains, driftSeries, SUM_NAMES } from './drift-series';

const [, engine] = ENGINES.at(-1)!;

function resultOf(kind: DriftChoice['data']) {
  const spec = { source: { kind }, methods: DRIFT_METHODS, maxExponent: 12, pointsPerOctave: 1, trials: 64, seed: SETTINGS.seed.initial };
  return { spec, points: runToEnd(growth(spec, newExperimentContext(engine))).values };
}

const results = { positive: resultOf('positive'), uniform: resultOf('uniform') };

function finding(some: Partial<DriftChoice> = {}): string {
  const choice = { data: 'positive', sum: 'h100', exponent: 12, ...some } as const;
  return driftFinding(results[choice.data], choice).join(' ');
}

describe('what the drift figure says', () => {
  it('of sums that all fall short: by how much, how many times what float32 loses, and how many', () => {
    expect(finding()).toMatch(/^At K = 4,096, an H100 falls short by 1\.1·10⁻⁵ of Σ\|x·w\| on average, 1\d times the rms error of float32 one by one; 64 of 64 sums are too small\.$/);
    expect(finding({ sum: 'v100', exponent: 10 })).toMatch(/^At K = 1,024, .*a V100 falls short by 7\.\d·10⁻⁶/);
  });

  it('of float32 one by one: that it errs both ways', () => {
    expect(finding({ sum: 'one-by-one' })).toMatch(/float32 one by one errs both ways; \d\d of 64 sums are too small\. The rms error is \d\.\d·10⁻⁷ of Σ\|x·w\|\.$/);
  });

  it('of float8: what promotion leaves', () => {
    expect(finding({ sum: 'h100-fp8' })).toMatch(/falls short by 0\.066 .* Promoted to float32 every 128 products, the rms error is [45]\.\d·10⁻⁴\.$/);
  });

  it('of numbers of both signs: the mean and the size, which differ', () => {
    expect(finding({ data: 'uniform' })).toMatch(/an H100 falls short by \d\.\d·10⁻⁸ .* sums are too small in size\. The rms error is \d\.\d·10⁻⁸, \d+(\.\d)? times the rms error of float32 one by one\.$/);
  });

  it('only of sums that are through', () => {
    expect(finding({ exponent: 14 })).toBe('The sums are being added up.');
  });
});

describe('the lines', () => {
  it.each(['size', 'mean'] as const)('lie inside the axes: %s', (lines) => {
    for (const data of ['positive', 'uniform'] as const) {
      const { x, y } = driftDomains({ data, lines })(results[data]);
      for (const sum of FIGURE_SETTINGS.drift.sum.options) {
        const series = driftSeries(results[data], { data, lines, sum });
        expect(new Set(series.map(({ id }) => id)).size).toBe(series.length);
        for (const point of series.flatMap(({ points }) => points)) expect(point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1]).toBe(true);
      }
    }
  });

  it('are all there for sizes; sums whose mean is no more than chance have none for means', () => {
    const named = (lines: DriftChoice['lines']): string[] => driftSeries(results.positive, { data: 'positive', lines, sum: 'h100' }).map(({ label }) => label);
    expect(named('size')).toEqual(['V100', 'A100', 'H100', 'h·u, H100', 'H100, float8', 'float8, every 128', 'float32, one by one']);
    expect(named('mean')).toEqual(['V100', 'A100', 'H100', 'rms, H100', 'H100, float8', 'float8, every 128']);
  });

  it('are named, each sum of the settings', () => {
    expect(Object.keys(SUM_NAMES)).toEqual(FIGURE_SETTINGS.drift.sum.options);
    expect(DRIFT_METHODS.map(({ id }) => id)).toEqual(FIGURE_SETTINGS.drift.sum.options);
  });
});

it('float8 on Hopper keeps 14 bits of a sum; float32 accumulators keep 24', () => {
  expect([bitsKept('h100-fp8'), bitsKept('ada-fp8'), bitsKept('h100'), bitsKept('v100'), bitsKept('h100-acc16')]).toEqual([14, 14, 24, 24, 11]);
});
