import { expect, it } from 'vitest';
import { wholePlan } from '../linear/sum-method';
import { parseOrder } from '../orders/parse-order';
import type { SweepSpec } from './batch-sweep';
import { DRIFT_METHODS, DRIFT_SUMS } from './drift-sums';
import type { GrowthSpec } from './growth';
import { hasGroups } from './has-groups';
import type { OrderSchedule } from './order-schedule';

const layer: SweepSpec['layer'] = { inFeatures: 4, outFeatures: 8, rows: 1, bias: false, source: { kind: 'pattern' } as never, format: 'float32' };

function schedules(text: string): OrderSchedule[] {
  const order = parseOrder(text, { adder: 'h100' });
  if (!order.ok) throw new Error(order.error.message);
  const plan = wholePlan({ kind: 'order', order: order.value }, 8);
  return [
    { kind: 'thresholds', entries: [{ from: 1, method: { kind: 'other', name: 'kahan' } }, { from: 8, method: { kind: 'notation', order: order.value } }] },
    { kind: 'recording', recording: { calls: [{ batch: 1, classes: [{ plan: plan.parts }] }] } as never },
  ];
}

it.each([['0..3', false], ['0 + {1..3}', true]])('of a spec with the order %s: %s, wherever the order is', (text, groups) => {
  for (const schedule of schedules(text)) expect(hasGroups({ layer, schedule, batches: [1, 8], row: 0 } satisfies SweepSpec)).toBe(groups);
});

it('of growth curves: true if a family has an adder, though it is no order yet', () => {
  const spec: GrowthSpec = { source: { kind: 'positive' }, methods: DRIFT_METHODS, maxExponent: 4, pointsPerOctave: 1, trials: 9, seed: 1 };
  const only = (id: keyof typeof DRIFT_SUMS): GrowthSpec => ({ ...spec, methods: [{ id, ...DRIFT_SUMS[id] }] });
  expect([spec, only('one-by-one'), only('promoted'), only('v100')].map(hasGroups)).toEqual([true, false, true, true]);
});

it('of a recording’s text: true if a kernel may name an adder', () => {
  expect(['{"kernels": [{"adder": "h100"}]}', '{"kernels": [{"\\u0061dder": "h100"}]}', '{"kernels": [{"order": "0..3"}]}'].map((text) => hasGroups({ text }))).toEqual([true, true, false]);
});

it('is no matter of numbers', () => {
  for (const spec of [null, { results: [Float32Array.of(1)] }]) expect(hasGroups(spec)).toBe(false);
});
