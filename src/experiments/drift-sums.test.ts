import { describe, expect, it } from 'vitest';
import { FROUND_WITH_ADDERS } from '../linear/groups';
import { makeLayer } from '../linear/make-layer';
import { roundLayer } from '../linear/round-layer';
import { exactDot } from '../numerics/exact-dot';
import { roundToBfloat16, roundToFloat16 } from '../numerics/formats';
import { programOf } from '../orders/compile';
import { ENGINES } from '../testing/engines';
import type { DriftSum } from './drift-sums';
import { DRIFT_METHODS, DRIFT_SUMS } from './drift-sums';
import { newExperimentContext } from './experiment-context';
import type { GrowthErrors } from './growth';
import { growth } from './growth';
import { resolveMethod } from './resolve-method';
import { runToEnd } from './step';

const TRIALS = 256;
const [, fastest] = ENGINES.at(-1)!;

/**
 * Rms errors of 256 sums relative to Σ|x·w|, to two digits, from a model of the same adders in Python and other random
 * numbers: uniform in [0, 1), and standard normal.
 */
const POSITIVE = {
  1024: { 'one-by-one': 3.2e-7, v100: 7.6e-6, a100: 3.7e-6, h100: 1.7e-6, 'h100-fp8': 1.3e-2, promoted: 5e-4 },
  4096: { 'one-by-one': 8.3e-7, v100: 5.7e-5, a100: 2.7e-5, h100: 1.1e-5, 'h100-fp8': 6.6e-2, promoted: 5e-4 },
} as const;
const BOTH_SIGNS_4096 = { 'one-by-one': 1.8e-8, v100: 2.5e-8, a100: 1.3e-7, h100: 1.1e-7, 'h100-fp8': 3.4e-5, promoted: 2.9e-6 } as const;

/**
 * What two such figures may differ by, as a factor. Errors that all lean one way differ little from sum to sum, and the table
 * has two digits: 1.3 may be 1.35. For the others, the rms of n normal errors varies by 1/√(2n); here 16 sums share
 * their x and have running sums of like size, so that n is between 16 and 256: up to 18 % on either side, a factor 1.6 at two
 * standard errors of their difference.
 */
const ONE_WAY = 1.05;
const BOTH_WAYS = 1.6;

function expectNear(size: number, table: number, factor: number, name: string): void {
  expect(size / table, name).toBeGreaterThan(1 / factor);
  expect(size / table, name).toBeLessThan(factor);
}

describe('the drift of long sums', () => {
  it('is that of the model of tensor cores in another language, for positive numbers', () => {
    const spec = { source: { kind: 'positive' }, methods: DRIFT_METHODS, maxExponent: 12, pointsPerOctave: 1, trials: TRIALS, seed: 72 } as const;
    const points = runToEnd(growth(spec, newExperimentContext(fastest))).values;
    for (const K of [1024, 4096] as const) {
      const errors = points.find((point) => point.K === K)!.errors;
      for (const [id, table] of Object.entries(POSITIVE[K])) {
        const { rms, mean, tooSmall } = errors.find((one) => one.id === id)!;
        const drifts = id !== 'one-by-one';
        expectNear(rms, table, drifts ? ONE_WAY : BOTH_WAYS, `${id} at ${K}`);
        // All 256 too small; or 128 ± 4 · 8, a binomial count's standard deviation, of sums that share their x.
        if (drifts) expect(tooSmall).toBe(TRIALS);
        else expect(Math.abs(tooSmall - TRIALS / 2)).toBeLessThan(33);
        if (drifts) expectNear(-mean, rms, ONE_WAY, `${id} at ${K}, mean`);
        else expect(Math.abs(mean)).toBeLessThan(rms / 4);
      }
    }
  });

  it('is that of the other model for numbers of both signs', () => {
    const K = 4096;
    const squares = new Map<DriftSum, number>();
    for (let strip = 0; strip < TRIALS / 16; strip++) {
      const { x, weight, ...layer } = makeLayer({ kind: 'normal', seed: strip }, { inFeatures: K, outFeatures: 16, rows: 1, bias: false });
      // Standard normal: K is a power of four, so that the factor is one of two.
      const standard = { x, weight: weight.map((w) => w * Math.sqrt(K)), ...layer };
      for (const id of Object.keys(DRIFT_SUMS) as DriftSum[]) {
        const { inputs, method, factors } = DRIFT_SUMS[id];
        const numbers = roundLayer(standard, inputs!);
        const resolved = resolveMethod(method, K, false, factors!);
        if (!resolved.ok || resolved.value.kind !== 'order' || method.kind !== 'family') throw new Error(id);
        const packed = fastest.pack(numbers.weight, 16, K, factors!);
        const out = new Float32Array(16);
        packed.run(programOf(resolved.value.order), { x: numbers.x, xOffset: 0, rows: 1, bias: null, out, outOffset: 0 });
        const sizes = packed.sizes(numbers.x, 0, null);
        for (let j = 0; j < 16; j++) squares.set(id, (squares.get(id) ?? 0) + ((out[j]! - exactDot(numbers.x, 0, numbers.weight, j * K, K, 0)) / sizes[j]!) ** 2);
      }
    }
    for (const [id, table] of Object.entries(BOTH_SIGNS_4096)) expectNear(Math.sqrt(squares.get(id as DriftSum)! / TRIALS), table, BOTH_WAYS, id);
  });

  it('gives a V100 the same numbers as the others: they are float16 numbers as well', () => {
    for (const kind of ['positive', 'uniform'] as const) {
      const { x } = makeLayer({ kind, seed: 5 }, { inFeatures: 1, outFeatures: 1, rows: 20_000, bias: false });
      const rounded = [...x, 2 ** -24, 3 * 2 ** -24, 1 - 2 ** -24].map(roundToBfloat16);
      expect(rounded.map(roundToFloat16)).toEqual(rounded);
    }
  });

  it.each(ENGINES.slice(1))('is the same by %s', (_, engine) => {
    const spec = { source: { kind: 'uniform' }, methods: DRIFT_METHODS, maxExponent: 9, pointsPerOctave: 1, trials: 21, seed: 3 } as const;
    expect(runToEnd(growth(spec, newExperimentContext(engine)))).toEqual(runToEnd(growth(spec, newExperimentContext(FROUND_WITH_ADDERS))));
  });

  it('stays within the bound of its steps', () => {
    for (const kind of ['positive', 'uniform'] as const) {
      const spec = { source: { kind }, methods: DRIFT_METHODS, maxExponent: 10, pointsPerOctave: 1, trials: 32, seed: 9 } as const;
      const errors = runToEnd(growth(spec, newExperimentContext(fastest))).values.flatMap((point): readonly GrowthErrors[] => point.errors);
      for (const { id, max, bound } of errors) expect(max, id).toBeLessThanOrEqual(bound! * 1.001);
    }
  });
});
