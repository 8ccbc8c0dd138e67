import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFamily } from '../orders/families';
import type { IndexRange } from './index-ranges';
import { indexRanges, indicesOf } from './index-ranges';
import { planPieces, rowProducts, runRows } from './plan-pieces';
import { prepareLayer } from './run-plan';
import type { KernelPlan, SumMethod } from './sum-method';
import { planOfOrders, wholePlan } from './sum-method';

const methodNamed = (name: 'kahan' | 'exact'): SumMethod => ({ kind: 'other', name });
const orders = (K: number, count: number) => Array.from({ length: count }, () => makeFamily({ name: 'sequential' }, K, { fused: false, bias: 'none' }));

/** Output j in order j mod `count`. */
function interleaved(K: number, N: number, count: number): KernelPlan {
  return planOfOrders(orders(K, count).map((order, i) => ({ columns: indexRanges(Array.from({ length: N }, (_, j) => j).filter((j) => j % count === i)), order })));
}

const layerOf = (inFeatures: number, outFeatures: number, strip: number, piece: number) => ({ format: 'float32', packed: { inFeatures, outFeatures, strip, piece } }) as const;

describe('the products of a row', () => {
  it('count every strip that a part has outputs in, once', () => {
    const products = (...columns: IndexRange[]): number => rowProducts({ parts: [{ columns, method: methodNamed('exact') }] }, { inFeatures: 1000, strip: 64 });
    expect(products([0, 0])).toBe(64_000);
    expect(products([0, 0], [2, 2], [63, 63])).toBe(64_000);
    expect(products([63, 64])).toBe(128_000);
    expect(rowProducts(interleaved(1, 64, 1), { inFeatures: 1, strip: 64 })).toBe(64 * 256);
    expect(products([0, 767])).toBe(768_000);
    expect(products([0, 7], [184, 199], [376, 391])).toBe(5 * 64_000);
    expect(rowProducts(interleaved(300, 4096, 64), { inFeatures: 300, strip: 64 })).toBe(64 * 4096 * 300);
  });
});

describe('the pieces of a plan', () => {
  it('are the plan itself for a layer of everyday size', () => {
    const [order] = orders(768, 1);
    const plan = { parts: [{ columns: [[0, 767]] as const, method: { kind: 'order', order: order! } as const }] };
    expect(planPieces(plan, layerOf(768, 768, 64, 2 ** 20))).toEqual([plan]);
  });

  it('compute each output once, by its own method, no piece long', () => {
    const size = fc.integer({ min: 1, max: 4096 });
    fc.assert(
      fc.property(size, size, fc.nat(4095), fc.integer({ min: 1, max: 64 }), fc.constantFrom(16, 32, 64), (K, N, cut, every, strip) => {
        const some = (left: boolean): IndexRange[] => indexRanges(Array.from({ length: N }, (_, j) => j).filter((j) => (j <= cut || j % every === 0) === left));
        const plan: KernelPlan = { parts: [{ columns: some(true), method: methodNamed('kahan') }, { columns: some(false), method: methodNamed('exact') }] };
        const computed: string[] = Array<string>(N).fill('');
        for (const piece of planPieces(plan, layerOf(K, N, strip, 2 ** 24))) {
          for (const { columns, method } of piece.parts) {
            for (const j of indicesOf(columns)) computed[j] += method.kind === 'other' ? method.name : 'order';
          }
          expect(rowProducts(piece, { inFeatures: K, strip })).toBeLessThanOrEqual(Math.max(2 ** 16, 64 * K));
        }
        expect(computed).toEqual(Array.from({ length: N }, (_, j) => (j <= cut || j % every === 0 ? 'kahan' : 'exact')));
      }),
      { numRuns: 50 },
    );
  });

  it('part the orders of a block, where these alone are long', () => {
    const pieces = planPieces(interleaved(4096, 128, 64), layerOf(4096, 128, 64, 2 ** 20));
    expect(pieces).toHaveLength(2 * 64);
    expect(pieces.every((piece) => rowProducts(piece, { inFeatures: 4096, strip: 64 }) === 64 * 4096)).toBe(true);
  });
});

describe('rows', () => {
  const zeros = (K: number, N: number) => prepareLayer({ inFeatures: K, outFeatures: N, rows: 20, x: new Float32Array(20 * K), weight: new Float32Array(K * N), bias: null });
  const steps = (plans: readonly (KernelPlan | undefined)[], K: number, N: number): number[] => [...runRows(plans, zeros(K, N), 0, new Float32Array(plans.length * N))];
  const [K, N] = [512, 256];
  const plain = wholePlan({ kind: 'order', order: orders(K, 1)[0]! }, N);

  it('that have the same plan are run together, with as many products as a step takes', () => {
    expect(steps([...Array<KernelPlan>(10).fill(plain), undefined, undefined, { ...plain }, plain, plain], K, N)).toEqual([8, 10, 13, 15]);
  });

  it('count with the waste of strips', () => {
    const interleavedSteps = (count: number): number[] => steps(Array<KernelPlan>(4).fill(interleaved(K, N, count)), K, N);
    expect(interleavedSteps(4)).toEqual([2, 4]);
    expect(interleavedSteps(16)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  });

  it('are few where there are many outputs, however few products they have', () => {
    expect(steps(Array<KernelPlan>(3).fill(wholePlan({ kind: 'order', order: orders(1, 1)[0]! }, 4096)), 1, 4096)).toEqual([1, 2, 3]);
  });
});
