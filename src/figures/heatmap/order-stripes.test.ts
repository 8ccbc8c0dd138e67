import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchSweep } from '../../experiments/batch-sweep';
import type { SweepRow } from '../../experiments/batch-sweep';
import { differing } from '../../experiments/differences';
import { runToEnd } from '../../experiments/step';
import { parseRecording } from '../../recordings/parse-recording';
import { RECORDED_LAYERS } from '../../figure-parts/difference-map/recorded-layers';
import { orderStripes, stripesText } from './order-stripes';

/** The rows of a recorded library's sweep, on its recorded numbers. */
function rowsOf(name: string): SweepRow[] {
  const read = parseRecording(readFileSync(`public/recordings/${name}.json`, 'utf8'));
  if (!read.ok || read.value.data.kind !== 'torch') throw new Error(name);
  const { library, operation, calls, data } = read.value;
  const layer = { inFeatures: 768, outFeatures: 768, rows: 1, bias: operation.bias, source: { kind: 'torch', seed: data.seed, uniform: data.uniform }, format: 'float32' } as const;
  const sweep = batchSweep({ layer, schedule: { kind: 'recording', recording: { library, operation, calls } }, batches: [1, 2, 128], row: 0 });
  return runToEnd(sweep).values.flatMap((piece) => (piece.kind === 'row' ? [piece.row] : []));
}

describe('stripes', () => {
  it('of OpenBLAS at 128 rows lie at the tiles’ edges, and only they differ from batch 1', () => {
    const rows = rowsOf('pytorch-1.13-openblas-768x768');
    const stripes = orderStripes(rows, rows[0]!.values);
    expect(stripes).toHaveLength(1);
    expect(stripes[0]!.batch).toBe(128);
    expect(stripes[0]!.orders[0]!.columns).toEqual([[0, 7], [184, 199], [376, 391], [568, 583], [760, 767]]);
    expect(stripes[0]!.orders.map(({ outputs, differing: count }) => [outputs, count])).toEqual([[64, 60], [704, 0]]);
    expect(stripesText(stripes[0]!)).toBe('At 128 rows all 60 are among the 64 that a second order adds up.');
    expect(stripesText({ batch: 8, orders: [{ columns: [[0, 1]], outputs: 2, differing: 1 }, { columns: [[2, 7]], outputs: 6, differing: 3 }] })).toBe('At 8 rows, 2 orders are at work: 1 of 2 outputs differs and 3 of 6 outputs differ.');
    // The chapter's text names these two.
    expect(Object.is(rows[2]!.values[190], rows[0]!.values[190])).toBe(false);
    expect(Object.is(rows[2]!.values[300], rows[0]!.values[300])).toBe(true);
  });

  it('are absent where a call has one order', () => {
    const rows = rowsOf('pytorch-2.13-mkl-768x768');
    expect(orderStripes(rows, rows[0]!.values)).toEqual([]);
  });
});

describe('the question about batch 2', () => {
  it.each(RECORDED_LAYERS)('starts from what is so: with $label, batch 128 differs from batch 1', ({ value }) => {
    const rows = rowsOf(value);
    expect(differing(rows[2]!.values, rows[0]!.values)).toBeGreaterThan(0);
  });
});
