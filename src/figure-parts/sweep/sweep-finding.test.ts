import { describe, expect, test } from 'vitest';
import { batchSweep } from '../../experiments/batch-sweep';
import type { SweepSpec } from '../../experiments/batch-sweep';
import { runToEnd } from '../../experiments/step';
import { COLLECTORS } from '../../store/collect';
import type { SweepResult } from '../../store/results';
import { chosenSchedule } from '../../testing/chosen-schedule';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { sweepResult } from '../../export/snippets/shown.fixture';
import { orderGroups } from '../difference-map/order-groups';
import { sweepFinding } from './sweep-finding';
import { sweepMatrix } from './sweep-matrix';
import { sweepOrdersFinding, sweepOrdersPicture } from './sweep-orders-picture';
import { sweepPicture } from './sweep-picture';
import { sweepSummaries } from './sweep-summaries';

function sweepOf(orders: string, batches: readonly number[]): SweepResult {
  const layer = { inFeatures: 64, outFeatures: 40, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' } as const;
  const spec: SweepSpec = { layer, schedule: chosenSchedule(orders), batches, row: 0 };
  return runToEnd(batchSweep(spec)).values.reduce<SweepResult | null>((before, piece) => COLLECTORS.sweep(spec, before, piece), null)!;
}

function last<T>(values: Iterable<T>): T {
  return [...values].at(-1)!;
}

describe('what a sweep is said to show', () => {
  const sweep = sweepOf('1:lanes(4);4:blocked(16)', [1, 2, 4, 8]);

  test('batch sizes with the same order agree, and the count is that of the map and of the table', () => {
    const matrix = last(sweepMatrix(sweep, 1, 'ulp'))!;
    const differ = matrix.values.subarray(3 * 40).filter((difference) => difference !== 0).length;
    expect(sweepFinding(sweep, 1)).toEqual(['These agree to the bit with one another: batches 1 and 2; batches 4 and 8.', `${differ} of 40 outputs differ from batch 1 at batches 4 and 8.`]);
    expect(last(sweepSummaries(sweep, 1))[3]!.summary!.differing).toBe(differ);
  });

  test('one order for all is all outputs equal', () => {
    expect(sweepFinding(sweepOf('1:pairwise(8)', [1, 7, 1024]), 7)).toEqual(['All 3 batch sizes agree to the bit: 40 of 40 outputs.']);
  });

  test('a single batch size has nothing to differ from, but a reference', () => {
    const single = sweepOf('1:exact', [5]);
    expect(sweepFinding(single, 5)).toEqual(['Batch 5 is the only one in the list, so there is nothing to compare it with.']);
    expect(sweepFinding(single, 'exact')[1]).toBe('0 of 40 outputs differ from the correctly rounded sum at batch 5.');
  });

  test('while rows are missing it says how far it is, and their cells are not computed yet', () => {
    const half = { ...sweep, rows: sweep.rows.slice(0, 2) };
    expect(sweepFinding(half, 1)).toEqual(['2 of 4 batch sizes are done.']);
    const { values } = last(sweepMatrix(half, 1, 'absolute'))!;
    expect([values[0], values[3 * 40]]).toEqual([0, NaN]);
    expect(last(sweepMatrix(half, 8, 'absolute'))!.values.every(Number.isNaN)).toBe(true);
  });

  test('what is read off a modelled batch size says so, of the baseline, too', () => {
    const layer = { inFeatures: 4, outFeatures: 8, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' } as const;
    const some = sweepResult({ layer, schedule: { kind: 'recording', recording: galleryRecording('mkl-2020.4-4x8') }, batches: [1, 4, 5], row: 0 });
    const from = (baseline: number): string[] => [1, 2].map((line) => sweepPicture(last(sweepMatrix(some, baseline, 'ulp'))!).describe(line, 5));
    const [four, five] = from(1);
    expect(four).not.toContain('modelled');
    expect(five).toMatch(/^batch 5, output 5: \S+ · modelled, .* batch 1$/);
    expect(from(5)[0]).toMatch(/^batch 4, output 5: \S+, bit-equal to batch 5 · modelled$/);
    expect([1, 2].map((line) => sweepOrdersPicture(some).describe(line, 5).endsWith(' · modelled'))).toEqual([false, true]);
  });

  test('the map of the orders has those of each call, and what it shows names calls that share one', () => {
    expect(sweepOrdersFinding(sweep)).toEqual(['2 orders are at work at 4 batch sizes.', 'One is shared by batches 1 and 2; one by batches 4 and 8.', 'In each call, all outputs take the same one.']);
    expect(sweepOrdersFinding(sweepOf('1:pairwise(8)', [1, 7]))).toEqual(['One order adds up all outputs at 2 batch sizes.']);
    const { values, describe: read, rowOrders } = sweepOrdersPicture(sweep);
    expect([...values]).toEqual([0, 0, 1, 1].flatMap((place) => new Array<number>(40).fill(place)));
    expect(read(2, 7)).toBe(`batch 4, output 7: order ${rowOrders![2]![0]!.letter}, 0..15 + (16..31) + (32..47) + (48..63) + b`);
    const half = { ...sweep, rows: sweep.rows.slice(0, 2) };
    expect(sweepOrdersFinding(half)).toEqual(['2 of 4 batch sizes are done.']);
    expect(sweepOrdersPicture(half).describe(2, 7)).toBe('batch 4, output 7: not computed yet');
  });

  test.each(['1:lanes(4)', '1:split(2,a100)'])('calls in %s on a GPU that adds them the same way: why nothing changes', (orders) => {
    const layer = { inFeatures: 64, outFeatures: 40, rows: 1, bias: true, source: { kind: 'uniform', seed: 7 }, format: 'bfloat16' } as const;
    expect(sweepFinding(sweepResult({ layer, schedule: chosenSchedule(orders), batches: [1, 2], row: 0, otherAdder: 'a100' }), 'on-a100')[1]).toBe('A100 changes nothing: no group is on another GPU.');
  });

  test('orders are listed once, with the batch sizes that use them', () => {
    expect(orderGroups(sweep.spec, sweep.rows).map(({ where, text, provenance }) => [where, text, provenance])).toEqual([
      ['Batches 1 and 2', '0..60:4 + (1..61:4) + (2..62:4) + (3..63:4) + b', 'chosen'],
      ['Batches 4 and 8', '0..15 + (16..31) + (32..47) + (48..63) + b', 'chosen'],
    ]);
  });
});
