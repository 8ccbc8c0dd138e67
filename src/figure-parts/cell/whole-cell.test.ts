import { describe, expect, it } from 'vitest';
import { wholeResult } from '../../export/snippets/shown.fixture';
import { methodText } from '../../experiments/method-spec';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import { wholeCell } from './cell-comparison';

const layer = { inFeatures: 12, outFeatures: 20, rows: 17, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' } as const;
const schedule = { kind: 'recording', recording: simulatedRecording(TILED) } as const;
const told = ({ title, how }: { title: string; how: NonNullable<ReturnType<typeof wholeCell>>['here']['how'] }) => [title, how && methodText(how.method)];

describe('an output of a whole call', () => {
  it('is compared with its row alone, each in its own order', () => {
    const cell = wholeCell(wholeResult({ layer, schedule, batch: 17, repeatedRow: null }), { line: 7, column: 9 })!;
    expect([cell.row, told(cell.here), told(cell.there!)]).toEqual([7, ['Batch 17', '0..10:2 + (1..11:2) + b'], ['The row alone', '0..11 + b']]);
  });

  it('is compared with row 0 of the same call where one row is repeated', () => {
    const cell = wholeCell(wholeResult({ layer, schedule, batch: 17, repeatedRow: 3 }), { line: 16, column: 9 })!;
    expect([cell.row, told(cell.here), told(cell.there!)]).toEqual([3, ['Row 16 of the call', '0..11 + b'], ['Row 0 of the call', 'b + *0..11']]);
  });
});
