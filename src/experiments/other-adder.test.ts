import { describe, expect, it } from 'vitest';
import { FROUND_WITH_ADDERS } from '../linear/groups';
import type { NumberFormat } from '../linear/layer';
import { chosenSchedule } from '../testing/chosen-schedule';
import type { SweepRow, SweepSpec } from './batch-sweep';
import { batchSweep } from './batch-sweep';
import { newExperimentContext } from './experiment-context';
import { runToEnd } from './step';
import { wholeBatch } from './whole-batch';

const [K, N] = [100, 40];

function layerOf(rows: number, format: NumberFormat = 'bfloat16'): SweepSpec['layer'] {
  return { inFeatures: K, outFeatures: N, rows, bias: true, source: { kind: 'uniform', seed: 9 }, format };
}

function rowsOf(orders: string, otherAdder?: SweepSpec['otherAdder'], format?: NumberFormat): SweepRow[] {
  const spec = { layer: layerOf(2, format), schedule: chosenSchedule(orders), batches: [1, 4], row: 1, ...(otherAdder && { otherAdder }) };
  return runToEnd(batchSweep(spec, newExperimentContext(FROUND_WITH_ADDERS))).values.flatMap((piece) => (piece.kind === 'row' ? [piece.row] : []));
}

describe('the same call on another adder', () => {
  it('has, at each batch size, the outputs of the orders as written for that adder', () => {
    const both = rowsOf('1:split(2,h100);4:{0..99}*16,b@h100', 'a100');
    const there = rowsOf('1:split(2,a100);4:{0..99}*8,b@a100');
    expect(both.map(({ other }) => other?.values)).toEqual(there.map(({ values }) => values));
    expect(both.map(({ other }) => other?.orders)).toEqual(there.map(({ orders }) => orders));
    expect(both.map(({ other, values }) => values.filter((value, j) => value !== other?.values[j]).length)).toEqual([expect.any(Number), expect.any(Number)]);
    for (const { values, other } of both) expect(other?.values).not.toEqual(values);
  });

  it('is the same to the bit where no order has groups', () => {
    for (const { values, orders, other } of rowsOf('1:lanes(4);4:kahan', 'a100')) expect(other).toMatchObject({ values, orders });
  });

  it('is refused where that adder does not take the numbers', () => {
    const ask = (format: NumberFormat) => runToEnd(batchSweep({ layer: layerOf(1, format), schedule: chosenSchedule('1:sequential(h100)'), batches: [1], row: 0, otherAdder: 'v100' }, newExperimentContext(FROUND_WITH_ADDERS))).problem?.message;
    expect(ask('bfloat16')).toBe('v100 takes no bfloat16, only float16.');
    expect(ask('float16')).toBeUndefined();
  });

  it('is the baseline of every row of a whole call', () => {
    const whole = (orders: string, otherAdder?: 'a100') =>
      runToEnd(wholeBatch({ layer: layerOf(5), schedule: chosenSchedule(orders), batch: 5, repeatedRow: null, ...(otherAdder && { otherAdder }) }, newExperimentContext(FROUND_WITH_ADDERS))).values;
    const chunks = (pieces: ReturnType<typeof whole>) => pieces.flatMap((piece) => (piece.kind === 'chunk' ? [piece.chunk] : []));
    const both = whole('1:sequential(h100)', 'a100');
    expect(chunks(both).map(({ baseline }) => baseline)).toEqual(chunks(whole('1:sequential(a100)')).map(({ together }) => together));
    expect(both[0]).toMatchObject({ plans: { together: [{ rows: [[0, 4]], orders: [{ text: '{0..99}*16 + b @ h100' }] }], baseline: [{ rows: [[0, 4]], orders: [{ text: '{0..99}*8 + b @ a100' }] }] } });
  });
});
