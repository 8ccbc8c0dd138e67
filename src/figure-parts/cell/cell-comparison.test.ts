import { describe, expect, test } from 'vitest';
import { batchSweep } from '../../experiments/batch-sweep';
import type { SweepSpec } from '../../experiments/batch-sweep';
import { runToEnd } from '../../experiments/step';
import { COLLECTORS } from '../../store/collect';
import type { SweepResult } from '../../store/results';
import { chosenSchedule } from '../../testing/chosen-schedule';
import { sweepCell } from './cell-comparison';

const layer = { inFeatures: 32, outFeatures: 12, rows: 1, bias: true, source: { kind: 'uniform', seed: 1 }, format: 'float32' } as const;
const spec: SweepSpec = { layer, schedule: chosenSchedule('1:lanes(4);4:0..31,b'), batches: [1, 4], row: 0 };
const sweep = runToEnd(batchSweep(spec)).values.reduce<SweepResult | null>((before, piece) => COLLECTORS.sweep(spec, before, piece), null)!;

describe('the output behind a cell', () => {
  test('has both values and how each was added up', () => {
    const cell = sweepCell(sweep, 1, { line: 4, column: 7 })!;
    expect([cell.title, cell.here.value, cell.there?.value]).toEqual(['Output 7 at batch 4', sweep.rows[1]!.values[7], sweep.rows[0]!.values[7]]);
    expect(cell.here.how?.method.kind).toBe('order');
    expect([cell.here.how?.mark.letter, cell.there?.how?.mark.letter]).toEqual(['B', 'A']);
    expect(cell.here.how?.mark.colour).not.toBe(cell.there?.how?.mark.colour);
  });

  test('a reference is a value without a tree, and the baseline has nothing beside it', () => {
    expect(sweepCell(sweep, 'exact', { line: 4, column: 7 })!.there).toEqual({ title: 'Exact sum', value: sweep.references.exact[7], how: null });
    expect(sweepCell(sweep, 4, { line: 4, column: 7 })!.there).toBeNull();
  });

  test('what is not on the map has no cell', () => {
    expect(sweepCell(sweep, 1, { line: 2, column: 7 })).toBeNull();
    expect(sweepCell(sweep, 1, { line: 4, column: 12 })).toBeNull();
  });
});
