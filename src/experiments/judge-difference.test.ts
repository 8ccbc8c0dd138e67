import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absDot } from '../numerics/exact-dot';
import { spacingAt } from '../numerics/dtypes';
import { roundToBfloat16 } from '../numerics/formats';
import { makeLayer } from '../linear/make-layer';
import { torchLayer } from '../linear/torch-data';
import type { LayerData } from '../linear/layer';
import { toleranceVerdict } from '../numerics/tolerance';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { ComparedPair } from '../pasted/compared-pair';
import { orderDifferences } from './order-differences';
import { estimatedScale } from './judge-by-outputs';
import { dataOfKind, resultOf, tenFamilies } from './judge-data.fixture';
import type { KnownLayer } from './judge-difference';
import { judgeDifference } from './judge-difference';
import type { Dtype } from '../numerics/dtypes';
import { suggestTolerance } from './suggest-tolerance';

function pairOf(actual: ArrayLike<number>, expected: ArrayLike<number>, slack = 0, dtype: ComparedPair['dtype'] = 'float32'): ComparedPair {
  return { dtype, actual: Float64Array.from(actual), expected: Float64Array.from(expected), slack: Float64Array.from(actual, () => slack) };
}

const known = (products: number | null, hasBias: boolean | null = null): KnownLayer => ({ products, hasBias, layer: null });

const withLayer = (layer: LayerData, hasBias: boolean | null = layer.bias !== null): KnownLayer => ({ products: null, hasBias, layer });

const family: fc.Arbitrary<FamilySpec> = fc.oneof(
  fc.constant<FamilySpec>({ name: 'sequential' }),
  fc.constant<FamilySpec>({ name: 'reverse' }),
  fc.record({ name: fc.constant('pairwise' as const), base: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ name: fc.constant('blocked' as const), size: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ name: fc.constant('shuffled' as const), seed: fc.nat(1000) }),
);

/** The same row summed in two orders. */
const twoOrders = fc
  .record({
    K: fc.integer({ min: 1, max: 300 }),
    kind: fc.constantFrom('uniform' as const, 'normal' as const, 'positive' as const),
    seed: fc.nat(1000),
    families: fc.tuple(family, family),
    fused: fc.boolean(),
    bias: fc.boolean(),
  })
  .map(({ K, kind, seed, families, fused, bias }) => {
    const layer = makeLayer({ kind, seed }, { inFeatures: K, outFeatures: 16, rows: 1, bias });
    const [a, b] = families.map((spec) => resultOf(layer, makeFamily(spec, K, { fused, bias: bias ? 'last' : 'none' }))) as [Float32Array, Float32Array];
    return { K, layer, pair: pairOf(a, b) };
  });

/** A layer whose only output is 1, Σ|x·w| = 1 and 768 products. */
function ones(K = 768): LayerData {
  return { inFeatures: K, outFeatures: 1, rows: 1, x: new Float32Array(K).fill(1 / 3), weight: new Float32Array(K).fill(3 / K), bias: null };
}

describe('the verdict on a difference, with x and W', () => {
  it('never says of two orders of one sum that they are none', () => {
    fc.assert(
      fc.property(twoOrders, ({ layer, pair }) => {
        const { finding, differing } = judgeDifference(pair, withLayer(layer));
        expect(finding).toBe(differing === 0 ? 'equal' : 'normal');
      }),
      { numRuns: 60 },
    );
  });

  it('guesses a bias that nobody brought, and still calls two orders normal', () => {
    fc.assert(
      fc.property(twoOrders, ({ layer, pair }) => {
        expect(['equal', 'normal']).toContain(judgeDifference(pair, withLayer({ ...layer, bias: null }, null)).finding);
      }),
      { numRuns: 60 },
    );
  });

  it('tells normal, unusual and impossible differences apart', () => {
    const at = (difference: number) => judgeDifference(pairOf([1 + difference], [1]), withLayer(ones()));
    expect(at(0).finding).toBe('equal');
    expect(at(2 ** -22)).toMatchObject({ finding: 'normal', rule: 'sigma', differing: 1, of: 1, ulp: { value: 2 }, absolute: { value: 2 ** -22, index: 0 } });
    // 2·√769·2⁻²⁴ = 3.3·10⁻⁶, yet no two orders come near it; 2·769·2⁻²⁴ = 9.2·10⁻⁵
    expect(at(2 ** -16).finding).toBe('between');
    expect(at(2 ** -13).finding).toBe('beyond');
    expect(at(2 ** -13).relative?.value).toBeCloseTo(2 ** -13, 9);
    expect(at(2 ** -13).most).toBeCloseTo(2 * 769 * 2 ** -24, 8);
    expect(at(2 ** -13)).toMatchObject({ isTheorem: true, suspects: [{ format: 'tf32' }, { format: 'float16' }, { format: 'bfloat16' }] });
  });

  it('knows that whole numbers are added up without rounding', () => {
    const layer: LayerData = { ...ones(64), x: new Float32Array(64).fill(3), weight: new Float32Array(64).fill(-5) };
    expect(judgeDifference(pairOf([-960], [-960]), withLayer(layer)).finding).toBe('equal');
    expect(judgeDifference(pairOf([-959.99994], [-960]), withLayer(layer))).toMatchObject({ finding: 'beyond', rule: 'exact', most: 0 });
  });

  it('allows for underflow, where relative bounds do not hold', () => {
    const layer: LayerData = { ...ones(2), x: Float32Array.of(2 ** -75, 2 ** -75), weight: Float32Array.of(2 ** -75, 2 ** -76) };
    const separate = resultOf(layer, makeFamily({ name: 'sequential' }, 2, { fused: false, bias: 'none' }));
    const fused = resultOf(layer, makeFamily({ name: 'reverse' }, 2, { fused: true, bias: 'none' }));
    const { finding, isTheorem } = judgeDifference(pairOf(separate, fused), withLayer(layer));
    expect([finding === 'beyond', isTheorem]).toEqual([false, false]);
  });

  it('lets a short type round its result once on each side', () => {
    const step = 2 ** -7;
    const at = (difference: number, dtype: 'bfloat16' | 'float16') => judgeDifference(pairOf([1 + difference], [1], 0, dtype), withLayer(ones(), false));
    expect(at(step, 'bfloat16')).toMatchObject({ finding: 'normal', ulp: { value: 1 } });
    expect(at(3 * step, 'bfloat16').finding).toBe('beyond');
    expect(at(2 ** -10, 'float16').finding).toBe('normal');
  });

  it('does not take many flips of a short type for order', () => {
    const layer = makeLayer({ kind: 'normal', seed: 3 }, { inFeatures: 768, outFeatures: 64, rows: 1, bias: false });
    const rounded = Array.from(resultOf(layer, makeFamily({ name: 'sequential' }, 768, { fused: false, bias: 'none' })), roundToBfloat16);
    const oneStep = rounded.map((value, j) => (j % 4 === 0 ? value + spacingAt('bfloat16', value) : value));
    expect(judgeDifference(pairOf(oneStep, rounded, 0, 'bfloat16'), withLayer(layer))).toMatchObject({ finding: 'between', flips: { value: 16 } });
    expect(judgeDifference(pairOf(oneStep.slice(0, 4), rounded.slice(0, 4), 0, 'bfloat16'), known(768)).finding).toBe('normal');
    expect(judgeDifference(pairOf(oneStep, rounded, 0, 'bfloat16'), known(768)).finding).toBe('between');
  });
});

describe('the verdict on a difference, with the outputs alone', () => {
  const outputs = [0.3, -0.7, 0.2, 0.9, -0.4, 0.55, -0.1, 0.8, 0.35, -0.6, 0.25, 0.95, -0.45, 0.5, -0.15, 0.85].map(Math.fround);
  const moved = (by: number) => judgeDifference(pairOf(outputs.map((y, i) => (i === 3 ? Math.fround(y + by) : y)), outputs), known(768));

  it('is never certain', () => {
    expect(moved(2 ** -22)).toMatchObject({ finding: 'normal', rule: 'outputs', most: null, isTheorem: false, scale: { kind: 'estimated' } });
    expect(moved(1e-4)).toMatchObject({ finding: 'between', most: null, isTheorem: false });
    expect(moved(100).finding).toBe('between');
  });

  it('does not judge one number, or a few, by their own size', () => {
    expect(judgeDifference(pairOf([-1.3945362567901611], [-1.432058572769165]), known(768)).finding).toBe('no-scale');
    expect(judgeDifference(pairOf([0.12303455173969269], [0.1230345219373703]), known(768)).finding).toBe('normal');
    const [a, b] = [[-0.0474179, 0.0124829, 0.608902], [0.0557015, 0.219578, 0.952311]];
    expect(judgeDifference(pairOf(a!.map(Math.fround), b!.map(Math.fround)), known(3)).finding).toBe('between');
  });

  it('sees by the last bits where sums cancelled, and asks for x and W', () => {
    const layer = makeLayer({ kind: 'cancelling', seed: 5, condition: 1e4 }, { inFeatures: 256, outFeatures: 64, rows: 1, bias: false });
    const [a, b] = (['sequential', 'reverse'] as const).map((name) => resultOf(layer, makeFamily({ name }, 256, { fused: false, bias: 'none' }))) as [Float32Array, Float32Array];
    const judgement = judgeDifference(pairOf(a, b), known(256));
    expect(judgement.finding).toBe('no-scale');
    expect(judgement.neededAbsSum).toBeGreaterThan(0);
    expect(Math.max(judgement.grains!.actual.cancellation, judgement.grains!.expected.cancellation)).toBeGreaterThan(8);
    expect(judgeDifference(pairOf(a, b), withLayer(layer)).finding).toBe('normal');
  });

  it('asks for x and W too where the last bits don’t show that sums cancelled', () => {
    const layer = dataOfKind('cancelling', 4096, 32, 4107, false);
    const orders = tenFamilies(4096, false);
    const [b, c, j] = [1, 2, 9].map((at) => resultOf(layer, orders[at]!)) as [Float32Array, Float32Array, Float32Array];
    for (const [first, second] of [[b, c], [b, j], [c, j]] as const) {
      const { finding, grains, share } = judgeDifference(pairOf(first, second), known(4096));
      expect([finding, grains!.actual.cancellation, grains!.expected.cancellation]).toEqual(['no-scale', 1, 1]);
      expect(share!.value).toBeGreaterThan(5);
      expect(judgeDifference(pairOf(first, second), withLayer(layer)).finding).toBe('normal');
    }
  });

  it('does not take for hidden cancellation what rounding errors don’t do', () => {
    const layer = makeLayer({ kind: 'normal', seed: 6 }, { inFeatures: 4096, outFeatures: 32, rows: 1, bias: false });
    const right = Float64Array.from(resultOf(layer, makeFamily({ name: 'sequential' }, 4096, { fused: false, bias: 'none' })));
    const size = 25 * 2 ** -24 * 64 * Math.sqrt(right.reduce((sum, y) => sum + y * y, 0) / 32);
    const findingOf = (expected: Float64Array, difference: (y: number, i: number) => number) => judgeDifference(pairOf(expected.map((y, i) => Math.fround(y + difference(y, i))), expected), known(4096)).finding;
    const chance = (i: number): number => (i % 3 === 0 ? -1 : 1);
    // Rounding errors of sums that cancel could look like this.
    expect(findingOf(right, (_, i) => chance(i) * size)).toBe('no-scale');
    expect(findingOf(right, (_, i) => chance(i) * size * 1000)).toBe('between');
    // One output alone; the signs of the outputs; outputs of one sign.
    expect(findingOf(right, (_, i) => (i === 5 ? size : 0))).toBe('between');
    expect(findingOf(right, (y) => Math.sign(y) * size)).toBe('between');
    expect(findingOf(right.map(Math.abs), (_, i) => chance(i) * size)).toBe('between');
  });

  it('names the side that is rounded to a short format', () => {
    const layer = makeLayer({ kind: 'normal', seed: 8 }, { inFeatures: 64, outFeatures: 32, rows: 1, bias: false });
    const right = resultOf(layer, makeFamily({ name: 'sequential' }, 64, { fused: false, bias: 'none' }));
    const short = Array.from(right, (value) => Math.round(value * 64) / 64);
    expect(judgeDifference(pairOf(right, short), known(64))).toMatchObject({ finding: 'between', rounded: { side: 'expected' } });
  });

  it('takes any difference of one product for something else than order', () => {
    expect(judgeDifference(pairOf([1025], [1024.5]), known(1))).toMatchObject({ finding: 'beyond', rule: 'one-order' });
    expect(judgeDifference(pairOf([1 + 2 ** -23], [1]), known(1, false)).finding).toBe('beyond');
    // An unmentioned bias could have been added fused or not.
    expect(judgeDifference(pairOf([1 + 2 ** -23], [1]), known(1)).finding).toBe('no-scale');
    expect(judgeDifference(pairOf([1 - 2 ** -24], [1]), known(1, true)).finding).toBe('normal');
  });

  it('does not judge what the printouts do not show', () => {
    const rounded = (difference: number) => judgeDifference(pairOf([0.1 + difference, 0.3, -0.2], [0.1, 0.3, -0.2], 1e-4), known(768)).finding;
    expect(rounded(0)).toBe('digits');
    expect(rounded(1e-4)).toBe('digits');
    expect(rounded(0.5)).toBe('between');
  });

  it('does not take NaN or infinity for rounding, unless both sides have it', () => {
    expect(judgeDifference(pairOf([1, NaN], [1, NaN]), known(8)).finding).toBe('equal');
    expect(judgeDifference(pairOf([1, Infinity], [1, Infinity]), known(8)).finding).toBe('equal');
    expect(judgeDifference(pairOf([1, NaN], [1, 2]), known(8))).toMatchObject({ finding: 'nonfinite', absolute: { index: 1 } });
    expect(judgeDifference(pairOf([Infinity], [-Infinity]), known(8)).finding).toBe('nonfinite');
  });

  it('tells −0 from +0', () => {
    expect(judgeDifference(pairOf([1, -0], [1, 0]), known(8))).toMatchObject({ finding: 'zeros', signedZeros: 1, differing: 0 });
    expect(judgeDifference(pairOf([1, -0], [1, -0]), known(8)).finding).toBe('equal');
    expect(judgeDifference(pairOf([], []), known(8)).finding).toBe('none');
  });

  it('says without K from which K on it would be normal', () => {
    const { finding, normalFrom, relative } = moved(0);
    expect([finding, normalFrom, relative?.value]).toEqual(['equal', 1, 0]);
    const pair = pairOf([1 + 2 ** -16], [1]);
    const judgement = judgeDifference(pair, known(null));
    expect(judgement).toMatchObject({ finding: 'no-products', relative: null, rule: null });
    expect(judgeDifference(pair, known(judgement.normalFrom)).finding).toBe('normal');
  });

  it('says without K that any K may do where the digits hide whether the results differ at all', () => {
    const rounded = (values: readonly number[]): ComparedPair => ({ ...pairOf(values, [0.1271, -0.4021, 0.221]), slack: new Float64Array(3).fill(1e-4) });
    expect(judgeDifference(rounded([0.1271, -0.4021, 0.2211]), known(null))).toMatchObject({ finding: 'no-products', normalFrom: 1 });
    expect(judgeDifference(rounded([0.1271, -0.4021, 0.2213]), known(null)).normalFrom).toBeGreaterThan(1e6);
  });

  it('has the median of all differences, NaN counted as the largest', () => {
    const median = (differences: readonly number[]) => judgeDifference(pairOf(differences, differences.map(() => 0)), known(null)).absolute.median;
    expect([median([1, 2, 3, 5]), median([1, NaN, 3]), median([NaN, NaN, 3])]).toEqual([2.5, 3, Infinity]);
  });

  it('estimates a scale that is near the true one for random signs, and never below an output', () => {
    const { x, weight, ...layer } = makeLayer({ kind: 'normal', seed: 5 }, { inFeatures: 768, outFeatures: 256, rows: 1, bias: false });
    const out = resultOf({ x, weight, ...layer }, makeFamily({ name: 'sequential' }, 768, { fused: false, bias: 'none' }));
    const { absSum } = estimatedScale(pairOf(out, out), 768);
    absSum.forEach((S, j) => {
      const ratio = S / absDot(x, 0, weight, j * 768, 768, 0);
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(2);
      expect(S).toBeGreaterThanOrEqual(Math.abs(out[j]!));
    });
  });
});

describe('the tolerance to use', () => {
  it('passes any two orders, with x and W and without', () => {
    fc.assert(
      fc.property(twoOrders, fc.constantFrom('likely' as const, 'certain' as const), fc.boolean(), ({ K, pair, layer }, kind, isKnown) => {
        const judgement = judgeDifference(pair, isKnown ? withLayer(layer) : known(K, layer.bias !== null));
        fc.pre(judgement.finding === 'normal' || judgement.finding === 'equal');
        const { rtol, atol, fitted } = suggestTolerance(kind, pair, judgement, K)!;
        expect(toleranceVerdict(pair.actual, pair.expected, { rtol, atol }).close).toBe(true);
        expect(toleranceVerdict(pair.actual, pair.expected, fitted).close).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a default that passes as it is, and stands beside it what fits', () => {
    const layer = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: 768, outFeatures: 64, rows: 1, bias: true });
    const [a, b] = (['sequential', 'reverse'] as const).map((name) => resultOf(layer, makeFamily({ name }, 768, { fused: false, bias: 'last' }))) as [Float32Array, Float32Array];
    const pair = pairOf(a, b);
    const judgement = judgeDifference(pair, withLayer(layer));
    const { rtol, atol, keeps, fitted } = suggestTolerance('likely', pair, judgement, 768)!;
    expect([rtol, atol, keeps?.id]).toEqual([1.3e-6, 1e-5, 'assert-close-float32']);
    expect(fitted.atol).toBeLessThan(1e-5);
    expect(fitted.atol).toBeGreaterThan(judgement.absolute.value);
    // 2·769·2⁻²⁴·Σ|x·w|
    expect(suggestTolerance('certain', pair, judgement, 768)!.atol).toBeGreaterThan(2 * 769 * 2 ** -24 * Math.max(...judgement.scale!.absSum));
  });

  it('does not keep a default that a bug passes', () => {
    const layer = ones();
    const pair = pairOf([1 + 2 ** -17], [1]);
    const { keeps, atol, rtol } = suggestTolerance('likely', pair, judgeDifference(pair, withLayer(layer)), 768)!;
    expect(keeps).toBeNull();
    expect(toleranceVerdict(pair.actual, pair.expected, { rtol, atol }).close).toBe(false);
  });

  it('has room for any order on a tensor core that takes a short type: certain is wider than of additions alone', () => {
    const atol = (dtype: Dtype): number => {
      const pair = pairOf([1 + 2 ** -7], [1], 0, dtype);
      const judgement = judgeDifference(pair, withLayer(ones(), false));
      return suggestTolerance('certain', pair, judgement, 768)!.atol / Math.max(...judgement.scale!.absSum);
    };
    // In units of u: a V100 loses (5·2 + 2)/4 per product, an A100 in bfloat16 (9 + 2)/8; the bias adds one. Two digits, rounded up.
    for (const [dtype, h] of [['float32', 769], ['bfloat16', (11 / 8) * 768 + 1], ['float16', 3 * 768 + 1]] as const) {
      const least = 2 * h * 2 ** -24;
      expect(atol(dtype)).toBeGreaterThan(least);
      expect(atol(dtype)).toBeLessThan(1.1 * least);
    }
  });

  it('has room for a short type’s last rounding, and nothing to say without K', () => {
    const pair = pairOf([1 + 2 ** -7], [1], 0, 'bfloat16');
    const judgement = judgeDifference(pair, withLayer(ones(), false));
    expect(suggestTolerance('certain', pair, judgement, 768)!.rtol).toBe(0.0079);
    expect(suggestTolerance('likely', pair, judgement, 768)!.keeps?.id).toBe('assert-close-bfloat16');
    expect(suggestTolerance('likely', pair, judgeDifference(pair, known(null)), null)).toBeNull();
  });
});

describe('orders on the numbers themselves', () => {
  it('differ by less than two orders usually do, on random numbers and on a layer of one’s own', () => {
    const found = orderDifferences(768, 2 ** -24, null);
    expect(found.map(({ height }) => height)).toEqual([768, 195, 99, 13]);
    const layer = torchLayer({ inFeatures: 768, outFeatures: 96, rows: 2, seed: 72, uniform: 'fused', bias: false });
    const zeros = Array.from({ length: 192 }, () => 0);
    const { usual } = judgeDifference(pairOf(zeros, zeros), withLayer(layer));
    const own = orderDifferences(768, 2 ** -24, { layer, usual: usual! });
    for (const { largest } of [...found, ...own, ...orderDifferences(768, 2 ** -53, null)]) {
      expect(largest).toBeGreaterThan(0.05);
      expect(largest).toBeLessThan(1);
    }
  });

  it('are not computed where K is too long, and not shown where no order changes anything', () => {
    expect(orderDifferences(2 ** 20, 2 ** -24, null)).toEqual([]);
    expect(orderDifferences(1, 2 ** -24, null)).toEqual([]);
  });
});
