import { describe, expect, it, vi } from 'vitest';
import { additionsOf } from '../linear/additions';
import { otherSum } from '../linear/other-sums';
import { parseOrder } from '../orders/parse-order';
import { productSequence } from '../orders/product-sequence';
import { galleryRecording } from './gallery-recording.fixture';
import type { OrderSchedule } from './order-schedule';
import { planFor } from './order-schedule';
import type { Remedy } from './remedies';
import { remedies, REMEDIES } from './remedies';
import { runToEnd } from './step';

const recorded: OrderSchedule = { kind: 'recording', recording: galleryRecording('pytorch-2.13-mkl-768x768') };

function run(schedule: OrderSchedule, kind: 'torch' | 'normal' = 'torch', batch = 16): Record<string, Remedy> {
  const source = kind === 'torch' ? ({ kind, seed: 72, uniform: 'fused' } as const) : ({ kind, seed: 72 } as const);
  const { values, problem } = runToEnd(remedies({ layer: { inFeatures: 768, outFeatures: 768, rows: 1, bias: true, source, format: 'float32' }, schedule, batch }));
  expect(problem).toBeNull();
  return Object.fromEntries(values.flatMap((piece) => (piece.kind === 'remedy' ? [[piece.remedy.name, piece.remedy]] : [])));
}

describe('remedies', () => {
  const found = run(recorded);

  it('come all of them, in the order of the table', () => {
    expect(Object.keys(found)).toEqual([...REMEDIES]);
  });

  it('find what the recording’s own outputs show without a remedy', () => {
    const { outputs } = galleryRecording('pytorch-2.13-mkl-768x768');
    const [alone, together] = [1, 8].map((batch) => outputs.find((output) => output.batch === batch)!.values);
    expect(run(recorded, 'torch', 8)['none']!.differing).toBe(alone!.filter((value, j) => !Object.is(value, together![j])).length);
  });

  it('leave nothing where the order is one for all batch sizes', () => {
    for (const name of ['same-order', 'fixed-split']) expect(found[name]).toMatchObject({ differing: 0, maxDifference: 0 });
  });

  it('leave everything where a flag changes no order', () => {
    for (const name of ['one-thread', 'deterministic']) expect(found[name]).toMatchObject({ differing: found['none']!.differing, errors: found['none']!.errors });
    expect(found['one-thread']!.aside).toBeGreaterThan(0);
  });

  it('make less of it where the sum itself is better', () => {
    const { none, pairwise, kahan, neumaier } = found;
    const float64 = found['float64-sums'];
    expect(pairwise!.errors[0]).toBeLessThan(none!.errors[0]);
    expect(kahan!.errors[0]).toBeLessThan(pairwise!.errors[0]);
    expect(float64!.errors[0]).toBeLessThan(kahan!.errors[0]);
    expect(kahan!.differing).toBeGreaterThan(0);
    expect(neumaier!.differing).toBeLessThan(10);
  });

  it('show that float64 differs by order too, some nine digits further down', () => {
    for (const { float64 } of [found, run(recorded, 'normal')]) {
      expect(float64!.differing).toBeGreaterThan(300);
      expect(float64!.maxDifference).toBeLessThan(1e-15);
    }
  });

  it('count the additions that the methods make', () => {
    expect(found['none']!.additions).toBe(768);
    expect(found['pairwise']!.additions).toBe(768);
    // 769 terms with four operations each; Neumaier adds one correction at the end.
    expect(found['kahan']!.additions).toBe(4 * 769);
    expect(found['neumaier']!.additions).toBe(4 * 769 + 1);
    expect(additionsOf({ kind: 'other', name: 'exact' }, 768, true)).toBeNull();
  });

  it('have the additions of compensated sums that these round, besides their products', () => {
    const ones = new Float32Array(100).fill(1);
    for (const name of ['kahan', 'neumaier'] as const) {
      for (const bias of [null, 1]) {
        const rounding = vi.spyOn(Math, 'fround');
        otherSum(name, ones, 0, ones, 0, 100, bias);
        const roundings = rounding.mock.calls.length;
        rounding.mockRestore();
        expect(additionsOf({ kind: 'other', name }, 100, bias !== null)).toBe(roundings - 100);
      }
    }
  });

  it('say why where nothing was recorded', () => {
    const layer = { inFeatures: 64, outFeatures: 8, rows: 1, bias: true, source: { kind: 'normal', seed: 1 }, format: 'float32' } as const;
    expect(runToEnd(remedies({ layer, schedule: recorded, batch: 16 })).problem?.message).toMatch(/recorded at 768/);
  });
});

describe('the sequence of an order’s products', () => {
  it('is how the notation names them', () => {
    const order = parseOrder('0 + 4 + (2 + 6) + (1 + 5 + (3 + 7)) + b', { products: 8, bias: true });
    if (!order.ok) throw new Error(order.error.message);
    expect([...productSequence(order.value)]).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
  });

  it('names each product of a recorded call once', () => {
    const plan = planFor(recorded, { inFeatures: 768, outFeatures: 768, bias: true, format: 'float32' }, 1);
    if (!plan.ok) throw new Error(plan.error.message);
    for (const { method } of plan.value.plan.parts) {
      if (method.kind !== 'order') continue;
      expect([...productSequence(method.order)].sort((a, b) => a - b)).toEqual(Array.from({ length: 768 }, (_, k) => k));
    }
  });
});
