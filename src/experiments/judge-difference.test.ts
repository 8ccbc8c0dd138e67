import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import { FROUND } from '../linear/fround-engine';
import type { LayerData } from '../linear/layer';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { toleranceVerdict } from '../numerics/tolerance';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { ComparedPair } from '../pasted/compared-pair';
import { expectedRanges } from './expected-range';
import { estimatedScale, judgeDifference } from './judge-difference';
import { suggestTolerance } from './suggest-tolerance';

function pairOf(actual: readonly number[], expected: readonly number[], slack = 0, dtype: ComparedPair['dtype'] = 'float32'): ComparedPair {
  return { dtype, actual: Float64Array.from(actual), expected: Float64Array.from(expected), slack: Float64Array.from(actual, () => slack) };
}

const scaleOne = (length: number) => ({ kind: 'exact', absSum: new Float64Array(length).fill(1) }) as const;

const family: fc.Arbitrary<FamilySpec> = fc.oneof(
  fc.constant<FamilySpec>({ name: 'sequential' }),
  fc.constant<FamilySpec>({ name: 'reverse' }),
  fc.record({ name: fc.constant('pairwise' as const), base: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ name: fc.constant('blocked' as const), size: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ name: fc.constant('shuffled' as const), seed: fc.nat(1000) }),
);

/** The same row added up in two orders, and its Σ|x·w|. */
const twoOrders = fc
  .record({
    K: fc.integer({ min: 1, max: 300 }),
    kind: fc.constantFrom('uniform' as const, 'normal' as const, 'positive' as const),
    seed: fc.nat(1000),
    families: fc.tuple(family, family),
    fused: fc.boolean(),
  })
  .map(({ K, kind, seed, families, fused }) => {
    const data = makeLayer({ kind, seed }, { inFeatures: K, outFeatures: 16, rows: 1, bias: false });
    const layer = prepareLayer(data);
    const [a, b] = families.map((spec) => {
      const out = new Float32Array(16);
      runPlan({ parts: [{ columns: [[0, 15]], method: { kind: 'order', order: makeFamily(spec, K, { fused, bias: 'none' }) } }] }, layer, 0, out);
      return [...out];
    }) as [number[], number[]];
    return { K, pair: pairOf(a, b), absSum: sizesOf(data) };
  });

/** Σ|x·w| + |b| of each output of row 0. */
function sizesOf({ weight, outFeatures, inFeatures, x, bias }: LayerData): Float64Array {
  return FROUND.pack(weight, outFeatures, inFeatures).sizes(x, 0, bias);
}

describe('the verdict on a difference', () => {
  it('never calls two orders of one sum beyond what orders do', () => {
    fc.assert(
      fc.property(twoOrders, ({ K, pair, absSum }) => {
        const { finding, differing } = judgeDifference(pair, K, { kind: 'exact', absSum });
        expect(finding).toBe(differing === 0 ? 'equal' : 'normal');
      }),
    );
  });

  it('has the median of all differences, NaN counted as the largest', () => {
    const median = (differences: readonly number[]) => judgeDifference(pairOf(differences, differences.map(() => 0)), null, null).absolute.median;
    expect([median([1, 2, 3, 5]), median([1, NaN, 3]), median([NaN, NaN, 3])]).toEqual([2.5, 3, Infinity]);
  });

  it('tells normal, unusual and impossible differences apart', () => {
    const at = (difference: number) => judgeDifference(pairOf([1 + difference], [1]), 768, scaleOne(1));
    expect(at(0).finding).toBe('equal');
    // 2·√769·2⁻²⁴ = 3.3·10⁻⁶ and 2·769·2⁻²⁴ = 9.2·10⁻⁵
    expect(at(2 ** -19)).toMatchObject({ finding: 'normal', differing: 1, of: 1, ulp: { value: 16 }, absolute: { value: 2 ** -19, index: 0 } });
    expect(at(2 ** -16).finding).toBe('between');
    expect(at(2 ** -13).finding).toBe('beyond');
    expect(at(2 ** -13).relative?.value).toBe(2 ** -13);
  });

  it('does not judge what the printouts do not show', () => {
    const rounded = (difference: number) => judgeDifference(pairOf([0.1 + difference], [0.1], 1e-4), 768, scaleOne(1)).finding;
    expect(rounded(0)).toBe('digits');
    expect(rounded(1e-4)).toBe('digits');
    expect(rounded(1e-3)).toBe('beyond');
  });

  it('does not take NaN or infinity for rounding, unless both sides have it', () => {
    expect(judgeDifference(pairOf([1, NaN], [1, NaN]), 8, scaleOne(2)).finding).toBe('equal');
    expect(judgeDifference(pairOf([1, Infinity], [1, Infinity]), 8, scaleOne(2)).finding).toBe('equal');
    expect(judgeDifference(pairOf([1, NaN], [1, 2]), 8, scaleOne(2))).toMatchObject({ finding: 'nonfinite', absolute: { index: 1 } });
    expect(judgeDifference(pairOf([Infinity], [-Infinity]), 8, scaleOne(1)).finding).toBe('nonfinite');
  });

  it('says without K from which K on it would be normal', () => {
    const { finding, normalFrom, relative } = judgeDifference(pairOf([1 + 2 ** -16], [1]), null, null);
    expect([finding, normalFrom, relative]).toEqual(['no-products', 128, null]);
    const pair = pairOf([1 + 2 ** -16], [1]);
    expect(judgeDifference(pair, 128, estimatedScale(pair, 128)).finding).toBe('normal');
  });

  it('lets a short type round its result once on each side', () => {
    const step = 2 ** -7;
    expect(judgeDifference(pairOf([1 + step], [1], 0, 'bfloat16'), 768, scaleOne(1))).toMatchObject({ finding: 'normal', ulp: { value: 1 } });
    expect(judgeDifference(pairOf([1 + 3 * step], [1], 0, 'bfloat16'), 8, scaleOne(1)).finding).toBe('between');
    expect(judgeDifference(pairOf([1 + 2 ** -10], [1], 0, 'float16'), 768, scaleOne(1)).finding).toBe('normal');
  });

  it('estimates a scale that is near the true one for random signs, and never below an output', () => {
    const data = makeLayer({ kind: 'normal', seed: 5 }, { inFeatures: 768, outFeatures: 256, rows: 1, bias: false });
    const layer = prepareLayer(data);
    const out = new Float32Array(256);
    runPlan({ parts: [{ columns: [[0, 255]], method: { kind: 'order', order: makeFamily({ name: 'sequential' }, 768, { fused: false, bias: 'none' }) } }] }, layer, 0, out);
    const pair = pairOf([...out], [...out]);
    const { absSum } = estimatedScale(pair, 768);
    const truth = sizesOf(data);
    absSum.forEach((S, j) => {
      expect(S / truth[j]!).toBeGreaterThan(1);
      expect(S / truth[j]!).toBeLessThan(2);
      expect(S).toBeGreaterThanOrEqual(Math.abs(out[j]!));
    });
  });
});

describe('the tolerance to use', () => {
  it('passes any two orders', () => {
    fc.assert(
      fc.property(twoOrders, fc.constantFrom('likely' as const, 'certain' as const), ({ K, pair, absSum }, kind) => {
        const { rtol, atol } = suggestTolerance(kind, 'float32', K, Math.max(...absSum));
        expect(toleranceVerdict(pair.actual, pair.expected, { rtol, atol }).close).toBe(true);
      }),
    );
  });

  it('is h·u·Σ|x·w| rounded up to two digits, with room for a short type’s last rounding', () => {
    // 2·√769·2⁻²⁴ = 3.3059·10⁻⁶, 2·769·2⁻²⁴ = 9.1673·10⁻⁵
    expect(suggestTolerance('likely', 'float32', 768, 1)).toEqual({ rtol: 0, atol: 3.4e-6 });
    expect(suggestTolerance('certain', 'float32', 768, 1)).toEqual({ rtol: 0, atol: 9.2e-5 });
    expect(suggestTolerance('likely', 'bfloat16', 768, 1)).toEqual({ rtol: 0.0079, atol: 3.4e-6 });
    expect(suggestTolerance('likely', 'float64', 768, 0)).toEqual({ rtol: 0, atol: 0 });
  });
});

describe('the expected range', () => {
  it('has each order’s height, both bounds, and a computed difference within them', () => {
    const ranges = expectedRanges(768, 2 ** -24, null);
    expect(ranges.map(({ height }) => height)).toEqual([768, 195, 99, 13]);
    for (const { typical, most, height, measured } of ranges) {
      expect([typical, most]).toEqual([2 * Math.sqrt(height) * 2 ** -24, 2 * height * 2 ** -24]);
      expect(measured).toBeGreaterThan(0);
      // The farthest of the others may be the sequential one.
      expect(measured).toBeLessThan((768 + height) * 2 ** -24);
    }
  });

  it('computes in float64 where the results are, and not at all where K is too long', () => {
    for (const { measured } of expectedRanges(768, 2 ** -53, null)) expect(measured).toBeLessThan(2 * 768 * 2 ** -53);
    expect(expectedRanges(2 ** 20, 2 ** -24, null).map(({ measured }) => measured)).toEqual([null, null, null, null]);
    expect(expectedRanges(1, 2 ** -24, null).map(({ measured }) => measured)).toEqual([0, 0, 0, 0]);
  });
});
