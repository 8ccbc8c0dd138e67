import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerData } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import { roundLayer } from '../linear/round-layer';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { wholePlan } from '../linear/sum-method';
import { ADDERS } from '../numerics/adders';
import { absDot } from '../numerics/exact-dot';
import { roundToBfloat16, roundToFloat16 } from '../numerics/formats';
import { dotInGroups } from '../numerics/multi-term-add';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { ENGINES } from '../testing/engines';
import { pairOf } from './judge-cases.fixture';
import { DATA_KINDS, dataOfKind, resultOf } from './judge-data.fixture';
import { judgeDifference } from './judge-difference';
import { tensorCoreBound, tensorCoreBounds } from './tensor-core-bound';

const [, fastest] = ENGINES.at(-1)!;

describe('the bound of two sums on a tensor core', () => {
  it('is twice what the steps of a chain and a bias lose at most, worked out by hand', () => {
    // In units of u, for the products of a step: terms that are cut one bit above u, at u, or one below, and a last cut that counts 2.
    const steps = [
      [{ adder: 'v100', factors: 'float16' }, (5 * 2 + 2) / 4],
      [{ adder: 'a100', factors: 'bfloat16' }, (9 + 2) / 8],
      [{ adder: 'a100', factors: 'tf32' }, (5 + 2) / 4],
      [{ adder: 'h100', factors: 'bfloat16' }, (17 / 2 + 2) / 16],
      [{ adder: 'h100', factors: 'tf32' }, (9 / 2 + 2) / 8],
    ] as const;
    for (const [core, each] of steps)
      for (const K of [768, 4096]) {
        const hu = (each * K + 1) * 2 ** -24;
        expect(tensorCoreBound(core, K)).toBeCloseTo((2 * hu) / (1 - hu), 15);
      }
  });

  it('lies between those of the GPUs that take the type', () => {
    const names = (dtype: Parameters<typeof tensorCoreBounds>[0]) => tensorCoreBounds(dtype, 768)?.map(({ adder, factors }) => `${adder} ${factors}`);
    expect(names('float32')).toEqual(['v100 float16', 'h100 bfloat16']);
    expect(names('bfloat16')).toEqual(['a100 bfloat16', 'h100 bfloat16']);
    expect(names('float64')).toBeUndefined();
  });

  it('holds for any two of them on any numbers', () => {
    const term = fc.tuple(fc.integer({ min: -255, max: 255 }), fc.integer({ min: -255, max: 255 }), fc.integer({ min: -12, max: 4 }));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 96 }), fc.constantFrom('v100', 'a100', 'h100'), fc.constantFrom('v100', 'a100', 'h100'), (terms, one, other) => {
        const a = Float32Array.from(terms, ([x, , e]) => roundToFloat16(x * 2 ** e));
        const b = Float32Array.from(terms, ([, y]) => y);
        const [first, second] = [one, other].map((adder) => dotInGroups(ADDERS[adder as 'v100'], 'float16', a, b, 0));
        expect(Math.abs(first! - second!)).toBeLessThanOrEqual(tensorCoreBound({ adder: 'v100', factors: 'float16' }, terms.length) * absDot(a, 0, b, 0, terms.length, 0));
      }),
    );
  });
});

/** Row 0 on tensor cores; the numbers are of the format. */
function onTensorCores(layer: LayerData, format: 'bfloat16' | 'tf32', family: FamilySpec): Float32Array {
  const out = new Float32Array(layer.outFeatures);
  const order = makeFamily(family, layer.inFeatures, { fused: false, bias: 'none', factors: format });
  runPlan(wholePlan({ kind: 'order', order }, layer.outFeatures), prepareLayer(layer, format, fastest), 0, out);
  return out;
}

describe('two results of the same numbers, of which tensor cores added up at least one', () => {
  const cases = (['bfloat16', 'tf32'] as const).flatMap((format) => [64, 768, 2048].map((K) => ({ format, K })));

  it.each(cases)('are no bug: nothing is “beyond”, and where they are unusual, tensor cores are named: $format, K = $K', ({ format, K }) => {
    const findings = new Set<string>();
    for (const kind of DATA_KINDS) {
      const layer = roundLayer(dataOfKind(kind, K, 32, 72, false), format);
      const results = [
        onTensorCores(layer, format, { name: 'sequential', adder: 'a100' }),
        onTensorCores(layer, format, { name: 'sequential', adder: 'h100' }),
        onTensorCores(layer, format, { name: 'split', parts: 4, adder: 'h100' }),
        resultOf(layer, makeFamily({ name: 'lanes', lanes: 8, combine: 'pairwise' }, K, { fused: true, bias: 'none' })),
      ];
      for (const [i, a] of results.entries())
        for (const b of results.slice(i + 1))
          for (const known of [{ products: null, hasBias: false, layer }, { products: K, hasBias: false, layer: null }]) {
            const { finding, tensorCores } = judgeDifference(pairOf(a, b), known);
            findings.add(finding);
            expect(finding).not.toBe('beyond');
            expect(tensorCores !== null, `${kind} ${finding}`).toBe(finding === 'between');
          }
    }
    // Positive sums fall short by more than orders differ.
    if (K > 64) expect(findings).toContain('between');
  });

  it('are no bug when they are rounded to bfloat16', () => {
    const K = 4096;
    const layer = roundLayer(makeLayer({ kind: 'positive', seed: 5 }, { inFeatures: K, outFeatures: 512, rows: 1, bias: false }), 'bfloat16');
    const [a, h] = (['a100', 'h100'] as const).map((adder) => onTensorCores(layer, 'bfloat16', { name: 'sequential', adder }).map(roundToBfloat16));
    const pair = { ...pairOf(a!, h!), dtype: 'bfloat16' as const };
    const { finding, tensorCores } = judgeDifference(pair, { products: null, hasBias: false, layer });
    expect(finding).not.toBe('beyond');
    expect(tensorCores !== null).toBe(finding === 'between');
  });

  it('is not said of differences that no tensor core makes, nor of float64', () => {
    const layer = roundLayer(dataOfKind('positive', 768, 64, 72, false), 'bfloat16');
    const right = resultOf(layer, makeFamily({ name: 'sequential' }, 768, { fused: false, bias: 'none' }));
    const wrong = right.map((y, j) => (j === 3 ? y * 1.001 : y));
    expect(judgeDifference(pairOf(wrong, right), { products: null, hasBias: false, layer })).toMatchObject({ finding: 'beyond', tensorCores: null });
    const pair = { ...pairOf(right.map((y) => y * (1 + 1e-5)), right), dtype: 'float64' as const };
    expect(judgeDifference(pair, { products: null, hasBias: false, layer }).tensorCores).toBeNull();
  });
});
