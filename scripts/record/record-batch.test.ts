import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLayer } from '../../src/linear/make-layer';
import { prepareLayer, runPlan } from '../../src/linear/run-plan';
import type { IndexRange } from '../../src/linear/index-ranges';
import { hasIndex, indicesOf } from '../../src/linear/index-ranges';
import type { KernelPlan } from '../../src/linear/sum-method';
import type { Order } from '../../src/orders/order';
import { orderKey } from '../../src/orders/order-key';
import { parseOrder } from '../../src/orders/parse-order';
import { printOrder } from '../../src/orders/print-order';
import { arbitraryTreeOver, bracketed } from '../../src/testing/arbitrary-tree';
import type { LayerCallShape, LibraryLayer } from './library';
import { recordBatch } from './record-batch';

const SHAPE: LayerCallShape = { batch: 3, inFeatures: 12, outFeatures: 20, bias: true };
const ROWS = { inFeatures: 12, outFeatures: 20, rows: 3, bias: true };
const LAYERS = [makeLayer({ kind: 'torch', seed: 1, uniform: 'fused' }, ROWS), makeLayer({ kind: 'normal', seed: 1 }, ROWS)];

function planOf(...parts: readonly (readonly [IndexRange[], string])[]): KernelPlan {
  return {
    parts: parts.map(([columns, text]) => ({ columns, method: { kind: 'order', order: parsed(text, 12) } })),
  };
}

function parsed(text: string, products: number): Order {
  const order = parseOrder(text, { products, bias: true });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

/** A layer of a fake library, which sums each row of a call by its own plan; `spoil` may then alter the outputs. */
function layerOf(plans: readonly KernelPlan[], spoil: (outputs: Float32Array, x: Float32Array) => void = () => undefined, { batch, inFeatures, outFeatures }: LayerCallShape = SHAPE): LibraryLayer {
  const outputs = new Float32Array(batch * outFeatures);
  return {
    withWeight: async (weight) => async (x, bias) => {
      const layer = prepareLayer({ inFeatures, outFeatures, rows: batch, x, weight, bias });
      plans.forEach((plan, row) => runPlan(plan, layer, row, outputs, row * outFeatures));
      spoil(outputs, x);
      return outputs;
    },
    close: async () => undefined,
  };
}

const STRIPED = planOf([[[0, 3], [16, 19]], '0..10:2 + (1..11:2) + b'], [[[4, 15]], '*0..5 + b + (*6..11)']);
const silent = (): void => undefined;
const PLAIN = planOf([[[0, 19]], '0..11 + b']);

describe('recordBatch', () => {
  it('finds which rows and outputs are summed how, and returns what the library did', async () => {
    const found = await recordBatch(layerOf([PLAIN, STRIPED, PLAIN]), SHAPE, LAYERS, silent);
    if (!found.ok) throw new Error(found.error.message);
    expect(found.value.classes.map(({ rows, kernels }) => [rows, kernels.map(({ columns, order }) => [columns, printOrder(order)])])).toEqual(
      [[[[0, 0], [2, 2]], PLAIN], [[[1, 1]], STRIPED]].map(([rows, plan]) => [rows, (plan as KernelPlan).parts.map(({ columns, method }) => [columns, method.kind === 'order' ? printOrder(method.order) : ''])]),
    );
    const expected = new Float32Array(20);
    runPlan(STRIPED, prepareLayer(LAYERS[1]!), 1, expected);
    expect(found.value.outputs[1]!.slice(20, 40)).toEqual(expected);
  });

  it('finds the order of a layer without bias', async () => {
    const order = parseOrder('0..10:2 + (1..11:2)', { products: 12, bias: false });
    if (!order.ok) throw new Error(order.error.message);
    const plan: KernelPlan = { parts: [{ columns: [[0, 19]], method: { kind: 'order', order: order.value } }] };
    const found = await recordBatch(layerOf([plan, plan, plan]), { ...SHAPE, bias: false }, [makeLayer({ kind: 'normal', seed: 2 }, { ...ROWS, bias: false })], silent);
    expect(found.ok && found.value.classes.map(({ rows, kernels }) => [rows, kernels.map(({ order: one }) => orderKey(one))])).toEqual([[[[0, 2]], [orderKey(order.value)]]]);
  });

  it('reads any library exactly, however it classes rows and outputs', async () => {
    const K = 6;
    const N = 7;
    const tree = arbitraryTreeOver(K, true).map(bracketed);
    const library = fc.record({
      trees: fc.array(tree, { minLength: 1, maxLength: 4 }),
      // For each row a class, for each class and output a tree.
      classes: fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }),
      outputs: fc.array(fc.array(fc.nat(3), { minLength: N, maxLength: N }), { minLength: 4, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(library, async ({ trees, classes, outputs }) => {
        const orders = trees.map((text) => parsed(text, K));
        const orderOf = (row: number, column: number): Order => orders[outputs[classes[row]!]![column]! % orders.length]!;
        const plans = classes.map((_, row): KernelPlan => ({ parts: Array.from({ length: N }, (_none, j) => ({ columns: [[j, j]], method: { kind: 'order', order: orderOf(row, j) } })) }));
        const shape = { batch: classes.length, inFeatures: K, outFeatures: N, bias: true };
        const numbers = (['normal', 'uniform'] as const).map((kind) => makeLayer({ kind, seed: 5 }, { ...shape, rows: shape.batch }));
        const found = await recordBatch(layerOf(plans, undefined, shape), shape, numbers, silent);
        if (!found.ok) throw new Error(found.error.message);
        const seen = new Map<number, string[]>();
        for (const { rows, kernels } of found.value.classes) {
          for (const row of indicesOf(rows)) seen.set(row, Array.from({ length: N }, (_, j) => orderKey(kernels.find(({ columns }) => hasIndex(columns, j))!.order)));
        }
        const wanted = classes.map((_, row) => Array.from({ length: N }, (_none, j) => orderKey(orderOf(row, j))));
        expect(classes.map((_, row) => seen.get(row))).toEqual(wanted);
        expect(found.value.classes).toHaveLength(new Set(wanted.map((keys) => keys.join())).size);
      }),
      { numRuns: 60 },
    );
  });

  it('reads rows on their own that no draw tells apart, but the recorded numbers do', async () => {
    const isDraw = (weight: Float32Array): boolean => weight.some((w) => w !== weight[0]) && LAYERS.every((layer) => layer.weight[0] !== weight[0]);
    const [alike, apart] = [layerOf([PLAIN, PLAIN, PLAIN]), layerOf([PLAIN, PLAIN, STRIPED])];
    const layer: LibraryLayer = { ...apart, withWeight: (weight) => (isDraw(weight) ? alike : apart).withWeight(weight) };
    const found = await recordBatch(layer, SHAPE, LAYERS, silent);
    expect(found.ok && found.value.classes.map(({ rows, kernels }) => [rows, kernels.length])).toEqual([[[[0, 1]], 1], [[[2, 2]], 2]]);
  });

  it('refuses an order that does not give what the library returns on other numbers, by one bit of one output', async () => {
    const layer = layerOf([PLAIN, PLAIN, PLAIN], (outputs, x) => {
      // Except in queries and in the draws that tell rows apart, only the second layer's numbers are these.
      if (x[0] === LAYERS[1]!.x[0]) new Int32Array(outputs.buffer)[7]! ^= 1;
    });
    expect((await recordBatch(layer, SHAPE, [LAYERS[0]!], silent)).ok).toBe(true);
    const refused = await recordBatch(layer, SHAPE, LAYERS, silent);
    expect(refused.ok ? '' : refused.error.message).toMatch(/^The orders that were read off don’t give what the library returns: 1 of 20 outputs of row 0 differ, first output 7, which is .* in the order 0\.\.11 \+ b\.$/);
  });

  it('refuses a sum that is not a tree, and names its row where rows differ', async () => {
    const layer = layerOf([PLAIN, PLAIN, PLAIN], (outputs) => [4, 24, 44].forEach((at) => (outputs[at]! /= 2)));
    expect(await recordBatch(layer, SHAPE, LAYERS, silent)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Output 4: /) as string } });
    const one = layerOf([PLAIN, PLAIN, PLAIN], (outputs) => (outputs[24]! /= 2));
    expect(await recordBatch(one, SHAPE, LAYERS, silent)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Row 1, output 4: /) as string } });
  });
});
