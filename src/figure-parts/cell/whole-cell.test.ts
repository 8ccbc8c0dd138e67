import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { wholeResult } from '../../export/snippets/shown.fixture';
import { methodText } from '../../experiments/resolve-method';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
import { wholeCell } from './cell-comparison';
import { CellValues } from './cell-panel';

const layer = { inFeatures: 12, outFeatures: 20, rows: 17, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' } as const;
const schedule = { kind: 'recording', recording: simulatedRecording(TILED) } as const;
const told = ({ title, how }: { title: string; how: NonNullable<ReturnType<typeof wholeCell>>['here']['how'] }) => [title, how && methodText(how.method)];

describe('an output of a whole call', () => {
  it('is compared with its row alone, each in its own order', () => {
    const cell = wholeCell(wholeResult({ layer, schedule, batch: 17, repeatedRow: null }), { line: 7, column: 9 })!;
    expect([cell.row, told(cell.here), told(cell.there!)]).toEqual([7, ['Batch 17', '0..10:2 + (1..11:2) + b'], ['The row alone', '0..11 + b']]);
  });

  it('says of each side whether it was recorded', () => {
    const recording = galleryRecording('mkl-2020.4-4x8');
    const whole = wholeResult({ layer: { ...layer, inFeatures: 4, outFeatures: 8, rows: 4 }, schedule: { kind: 'recording', recording }, batch: 4, repeatedRow: null });
    const known = [0, 2].map((line) => wholeCell(whole, { line, column: 5 })!).map(({ here, there }) => [here.how?.provenance, there?.how?.provenance]);
    expect(known).toEqual([['recorded', 'recorded'], ['modelled', 'recorded']]);
    const { here, there } = wholeCell(whole, { line: 2, column: 5 })!;
    const read = renderToStaticMarkup(createElement(CellValues, { here, there, dtype: 'float32' })).replace(/<[^>]*>/g, ' ');
    expect(read).toContain('Batch 4 · modelled');
    expect(read.match(/modelled/g)).toHaveLength(1);
  });

  it('is compared with row 0 of the same call where one row is repeated', () => {
    const cell = wholeCell(wholeResult({ layer, schedule, batch: 17, repeatedRow: 3 }), { line: 16, column: 9 })!;
    expect([cell.row, told(cell.here), told(cell.there!)]).toEqual([3, ['Row 16 of the call', '0..11 + b'], ['Row 0 of the call', 'b + *0..11']]);
  });
});
