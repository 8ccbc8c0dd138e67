import { describe, expect, it } from 'vitest';
import type { ResultFormat } from '../linear/layer';
import { galleryRecording } from './gallery-recording.fixture';
import type { OrderSchedule } from './order-schedule';
import type { PlannedLayer } from './order-schedule';
import { ordersOf, planFor } from './order-schedule';
import { planKey } from './plan-key';
import { simulatedRecording, TILED } from '../testing/simulated-recording';
import type { NumberFormat } from '../linear/layer';
import { chosenSchedule, notation } from '../testing/chosen-schedule';

const pytorch: Extract<OrderSchedule, { kind: 'recording' }> = { kind: 'recording', recording: galleryRecording('pytorch-2.13-mkl-768x768') };
const openblas: OrderSchedule = { kind: 'recording', recording: galleryRecording('pytorch-1.13-openblas-768x768') };

function sized(inFeatures: number, outFeatures: number, more: Partial<PlannedLayer> = {}): PlannedLayer {
  return { inFeatures, outFeatures, bias: true, format: 'float32', ...more };
}

function planned(schedule: OrderSchedule, batch: number, K = 768, N = 768, row = 0, more: Partial<PlannedLayer> = {}) {
  const result = planFor(schedule, sized(K, N, more), batch, row);
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.value, orders: ordersOf(result.value.plan) };
}

function problem(schedule: OrderSchedule, batch: number, K: number, N: number, bias = true): string {
  const result = planFor(schedule, sized(K, N, { bias }), batch);
  return result.ok ? 'no problem' : result.error.message;
}

describe('the plan of a recording', () => {
  it('is the recorded one at a recorded batch size', () => {
    const one = planned(pytorch, 1);
    expect(one.provenance).toBe('recorded');
    expect(one.note).toBe('');
    expect(one.orders).toMatchObject([{ columns: [[0, 767]], text: '0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b' }]);
  });

  it('is the nearest smaller one in between, and says so', () => {
    const five = planned(pytorch, 5);
    expect(five.provenance).toBe('modelled');
    expect(five.note).toBe('Batch 5 was not recorded; batch 4’s order is used.');
    expect(planKey(five.orders)).toBe(planKey(planned(pytorch, 4).orders));
    expect(planned(pytorch, 1024).note).toContain('batch 128’s order');
  });

  it('keeps the column ranges of a recording with stripes', () => {
    const { orders } = planned(openblas, 128);
    expect(orders).toHaveLength(2);
    expect(new Set(orders.map(({ key }) => key)).size).toBe(2);
    expect(orders[0]?.columns[0]).toEqual([0, 7]);
  });

  it('is modelled for a row that was not recorded', () => {
    expect(planned(openblas, 4, 768, 768, 2)).toMatchObject({ provenance: 'modelled', note: expect.stringContaining('row 0 was recorded') as string });
  });

  it('is recorded in the formats of the recording, and modelled in others', () => {
    const inBfloat16: OrderSchedule = { kind: 'recording', recording: { ...pytorch.recording, operation: { ...pytorch.recording.operation, dtype: 'bfloat16', output: 'bfloat16' } } };
    const noteOf = (schedule: OrderSchedule, format: PlannedLayer['format'], output: ResultFormat = null): string => {
      const { provenance, note } = planned(schedule, 4, 768, 768, 0, { format, output });
      expect(provenance).toBe(note === '' ? 'recorded' : 'modelled');
      return note;
    };
    expect(noteOf(pytorch, 'float32')).toBe('');
    expect(noteOf(pytorch, 'bfloat16')).toBe('The order was recorded in float32; here it runs in bfloat16.');
    expect(noteOf(pytorch, 'float32', 'float16')).toBe('The order was recorded in float32 with float32 results; here it runs in float32 with float16 results.');
    expect(noteOf(inBfloat16, 'bfloat16', 'bfloat16')).toBe('');
    expect(noteOf(inBfloat16, 'bfloat16')).toBe('The order was recorded in bfloat16 with bfloat16 results; here it runs in bfloat16 with float32 results.');
    expect(noteOf(inBfloat16, 'float32')).toBe('The order was recorded in bfloat16 with bfloat16 results; here it runs in float32 with float32 results.');
  });

  it('is recorded for every row of a call that is known whole, each in the orders of its class', () => {
    const tiled: OrderSchedule = { kind: 'recording', recording: simulatedRecording(TILED) };
    const rows = Array.from({ length: 17 }, (_, row) => planned(tiled, 17, 12, 20, row));
    expect(rows.every(({ provenance, note }) => provenance === 'recorded' && note === '')).toBe(true);
    expect(rows.map(({ orders }) => orders.map(({ text }) => text).join(' | '))).toEqual([
      ...Array<string>(6).fill('b + *0..11'),
      ...Array<string>(4).fill('b + *0..11 | 0..10:2 + (1..11:2) + b'),
      ...Array<string>(2).fill('0..10:2 + (1..11:2) + b'),
      ...Array<string>(4).fill('b + *0..11'),
      '0..11 + b',
    ]);
    expect(rows[13]!.plan).toBe(rows[0]!.plan);
    expect(planned(tiled, 20, 12, 20, 16)).toMatchObject({ provenance: 'modelled', note: 'Batch 20 was not recorded; batch 17’s order is used.', orders: [{ text: '0..11 + b' }] });
  });

  it('says what it assumes of a batch size that was not recorded, and of its rows', () => {
    const noteOf = (schedule: OrderSchedule, batch: number, row: number, K = 768, N = 768): string => planned(schedule, batch, K, N, row).note;
    expect(noteOf(openblas, 5, 0)).toBe('Batch 5 was not recorded; batch 4’s order is used.');
    for (const row of [2, 4]) expect(noteOf(openblas, 5, row)).toBe('Batch 5 was not recorded; batch 4’s order is used. Of batch 4, row 0 was recorded; other rows are assumed to be added up the same way.');
    const tiled: OrderSchedule = { kind: 'recording', recording: simulatedRecording(TILED) };
    expect(noteOf(tiled, 20, 17, 12, 20)).toBe('Batch 20 was not recorded; batch 17’s order is used. Rows from 17 on are assumed to be added up like row 0.');
  });

  it('does not exist at another size or without the bias', () => {
    expect(problem(pytorch, 1, 512, 768)).toContain('was recorded at 768 → 768, not at 512 → 768');
    expect(problem(pytorch, 1, 768, 10)).toContain('not at 768 → 10');
    expect(problem(pytorch, 1, 768, 768, false)).toContain('with a bias');
  });
});

describe('the plan of a pattern', () => {
  it('is the recorded order at the recorded size, and modelled at others', () => {
    const pattern: OrderSchedule = { kind: 'pattern', name: 'pytorch-2.13' };
    for (const batch of [1, 2, 3, 4, 128]) {
      expect(planned(pattern, batch).orders[0]?.key).toBe(planned(pytorch, batch).orders[0]?.key);
    }
    const other = planned(pattern, 4, 1000, 10);
    expect(other.provenance).toBe('modelled');
    expect(other.note).toContain('modelled, not recorded');
  });

  it('needs a known name and products enough', () => {
    expect(problem({ kind: 'pattern', name: 'abacus' }, 1, 768, 768)).toContain('No pattern is called “abacus”');
    expect(problem({ kind: 'pattern', name: 'pytorch-2.13' }, 1, 4, 8)).toContain('another path');
  });
});

describe('the plan of thresholds', () => {
  const chosen: OrderSchedule = {
    kind: 'thresholds',
    entries: [
      { from: 1, method: notation('0,(1,2),b') },
      { from: 4, method: { kind: 'family', family: { name: 'reverse' }, fused: true, bias: 'first' } },
      { from: 8, method: { kind: 'other', name: 'kahan' } },
    ],
  };

  it('is that of the last threshold reached', () => {
    const texts = [1, 3, 4, 7, 8, 1024].map((batch) => planned(chosen, batch, 3, 2).orders[0]?.text);
    expect(texts).toEqual(['0 + (1 + 2) + b', '0 + (1 + 2) + b', 'b + *2..0', 'b + *2..0', 'kahan', 'kahan']);
    expect(planned(chosen, 1, 3, 2).provenance).toBe('chosen');
  });

  it('complains of a notation that does not fit K, and of a batch before the first threshold', () => {
    expect(problem(chosen, 1, 4, 2)).toContain('Product 3 is missing');
    expect(problem({ kind: 'thresholds', entries: [] }, 1, 4, 2)).toContain('No order is given for batch 1');
  });

  it('leaves out a family’s bias where the layer has none, and asks for its place where it has one', () => {
    const spec: OrderSchedule = { kind: 'thresholds', entries: [{ from: 1, method: { kind: 'family', family: { name: 'sequential' }, fused: false, bias: 'none' } }] };
    expect(problem(spec, 1, 4, 2)).toContain('not told where');
    const result = planFor(spec, sized(4, 2, { bias: false }), 1);
    expect(result.ok && ordersOf(result.value.plan)[0]?.text).toBe('0..3');
  });

  it('is another on another adder, which has to take the numbers’ format', () => {
    const on = (text: string, format: NumberFormat) => planFor(chosenSchedule(`1:${text}`), { inFeatures: 64, outFeatures: 2, bias: true, format }, 1);
    const keyOf = (text: string) => {
      const result = on(text, 'bfloat16');
      return result.ok && planKey(ordersOf(result.value.plan));
    };
    expect(keyOf('sequential(h100)')).toBe(keyOf('{0..63}*16,b@h100'));
    expect(keyOf('sequential(h100)')).not.toBe(keyOf('sequential(b200)'));
    expect(on('split(2,v100)', 'float32')).toEqual({ ok: false, error: { message: 'v100 takes no float32, of which others make TF32, only float16.' } });
    expect(on('split(2,h100)', 'float64')).toEqual({ ok: false, error: { message: 'h100 takes no float64.' } });
    expect(on('split(2,h100)', 'float32')).toEqual(on('split(2,h100)', 'tf32'));
    expect(on('{0..63}*16,b@h100', 'float8_e4m3')).toMatchObject({ ok: false, error: { message: expect.stringContaining('takes no float8_e4m3') as string } });
    expect(on('{0..63}*16,b@h100', 'tf32')).toEqual({ ok: false, error: { message: 'A group has 16 products, but one step of h100 takes 8 of tf32.' } });
    expect(on('{0..63}*8,b@h100', 'tf32').ok && on('sequential', 'float64').ok).toBe(true);
  });
});
