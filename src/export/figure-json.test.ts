import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { figureJson } from './figure-json';
import { recordedSweep } from './snippets/shown.fixture';

const NAME = 'pytorch-2.13-mkl-4x8';

describe('a figure as JSON', () => {
  const sweep = recordedSweep(NAME);
  const text = figureJson(
    {
      part: 'heatmap',
      title: 'A whole layer',
      address: 'https://example.org/?v=2#heatmap',
      values: { recording: NAME, baseline: 1, unit: 'ulp', cell: null },
      numbers: { results: { sweep }, recordings: new Map([[NAME, galleryRecording(NAME)]]), own: { odd: [NaN, -0, Infinity] } },
    },
    [{ name: 'Summary', columns: ['batch'], rows: [['1']] }],
    '2027-01-02T03:04:05.000Z',
  );
  const data = JSON.parse(text) as Record<string, never> & { results: { sweep: { rows: { batch: number; values: { float32: number[]; bits: string[] } }[]; spec: { schedule: object } } } };

  it('holds every output as a number and as bits', () => {
    data.results.sweep.rows.forEach(({ batch, values }, i) => {
      const row = sweep.rows[i]!;
      expect(batch).toBe(row.batch);
      expect(values.float32).toEqual([...row.values]);
      expect(values.bits.map((hex) => Number(hex))).toEqual([...new Uint32Array(row.values.buffer)]);
    });
  });

  it('says how the figure is set, where its orders come from, and when it was saved', () => {
    expect(data).toMatchObject({
      format: 'batch-of-one',
      version: 1,
      savedAt: '2027-01-02T03:04:05.000Z',
      page: { address: 'https://example.org/?v=2#heatmap' },
      settings: { unit: { name: 'unit', label: 'Unit', text: 'ulp' } },
      provenance: { recordings: [{ name: NAME, library: { name: 'PyTorch' }, machine: { threads: 1 } }] },
      tables: [{ name: 'Summary', columns: ['batch'], rows: [['1']] }],
    });
  });

  it('leaves out the orders of calls that were not made, and writes what JSON has no number for as text', () => {
    expect(data.results.sweep.spec.schedule).toMatchObject({ kind: 'recording', recording: { library: { name: 'PyTorch' } } });
    expect(text).not.toContain('"calls"');
    expect(data['own']).toEqual({ odd: ['NaN', '-0', 'Infinity'] });
  });
});
