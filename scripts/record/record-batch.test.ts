import { describe, expect, it } from 'vitest';
import { makeLayer } from '../../src/linear/make-layer';
import { prepareLayer, runPlan } from '../../src/linear/run-plan';
import type { IndexRange } from '../../src/linear/index-ranges';
import type { KernelPlan } from '../../src/linear/sum-method';
import { orderKey } from '../../src/orders/order-key';
import { parseOrder } from '../../src/orders/parse-order';
import { printOrder } from '../../src/orders/print-order';
import type { LayerCallShape, LibraryLayer } from './library';
import { recordBatch } from './record-batch';

const SHAPE: LayerCallShape = { batch: 3, inFeatures: 12, outFeatures: 20, bias: true };
const ROWS = { inFeatures: 12, outFeatures: 20, rows: 3, bias: true };
const LAYERS = [makeLayer({ kind: 'torch', seed: 1, uniform: 'fused' }, ROWS), makeLayer({ kind: 'normal', seed: 1 }, ROWS)];

function planOf(...parts: readonly (readonly [IndexRange[], string])[]): KernelPlan {
  return {
    parts: parts.map(([columns, text]) => {
      const order = parseOrder(text, { products: 12, bias: true });
      if (!order.ok) throw new Error(order.error.message);
      return { columns, method: { kind: 'order', order: order.value } };
    }),
  };
}

/** A layer of a fake library, which sums each row of a call by its own plan; `spoil` may then alter the outputs. */
function layerOf(plans: readonly KernelPlan[], spoil: (outputs: Float32Array, x: Float32Array) => void = () => undefined): LibraryLayer {
  const outputs = new Float32Array(3 * 20);
  return {
    withWeight: async (weight) => async (x, bias) => {
      const layer = prepareLayer({ inFeatures: 12, outFeatures: 20, rows: 3, x, weight, bias });
      plans.forEach((plan, row) => runPlan(plan, layer, row, outputs, row * 20));
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
  it('finds which outputs of the row are added up how, and returns what the library did', async () => {
    const found = await recordBatch(layerOf([PLAIN, STRIPED, PLAIN]), SHAPE, 1, LAYERS, silent);
    if (!found.ok) throw new Error(found.error.message);
    expect(found.value.kernels.map(({ columns, order }) => [columns, printOrder(order)])).toEqual(
      STRIPED.parts.map(({ columns, method }) => [columns, method.kind === 'order' ? printOrder(method.order) : '']),
    );
    const expected = new Float32Array(20);
    runPlan(STRIPED, prepareLayer(LAYERS[1]!), 1, expected);
    expect(found.value.outputs[1]).toEqual(expected);
  });

  it('finds the order of a layer without bias', async () => {
    const order = parseOrder('0..10:2 + (1..11:2)', { products: 12, bias: false });
    if (!order.ok) throw new Error(order.error.message);
    const plan: KernelPlan = { parts: [{ columns: [[0, 19]], method: { kind: 'order', order: order.value } }] };
    const found = await recordBatch(layerOf([plan, plan, plan]), { ...SHAPE, bias: false }, 0, [makeLayer({ kind: 'normal', seed: 2 }, { ...ROWS, bias: false })], silent);
    expect(found.ok && found.value.kernels.map(({ order: found }) => orderKey(found))).toEqual([orderKey(order.value)]);
  });

  it('refuses an order that does not give what the library returns on other numbers, by one bit of one output', async () => {
    const layer = layerOf([PLAIN, PLAIN, PLAIN], (outputs, x) => {
      // Except in queries, only the second layer's numbers are negative.
      if (x.some((value) => value < 0 && value > -0.9)) new Int32Array(outputs.buffer)[7]! ^= 1;
    });
    expect((await recordBatch(layer, SHAPE, 0, [LAYERS[0]!], silent)).ok).toBe(true);
    const refused = await recordBatch(layer, SHAPE, 0, LAYERS, silent);
    expect(refused.ok ? '' : refused.error.message).toMatch(/^The orders that were read off don’t give what the library returns: 1 of 20 outputs differ, first output 7, which is .* in the order 0\.\.11 \+ b\.$/);
  });

  it('refuses a sum that is not a tree', async () => {
    const layer = layerOf([PLAIN, PLAIN, PLAIN], (outputs) => (outputs[4]! /= 2));
    expect(await recordBatch(layer, SHAPE, 0, LAYERS, silent)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Output 4: /) as string } });
  });
});
