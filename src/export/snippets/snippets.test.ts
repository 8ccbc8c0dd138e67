import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { FIGURE_IDS } from '../../share/figure-settings';
import { INITIAL_SETTINGS } from '../../share/settings';
import { recordedSweep, sweepResult, threadResult, wholeResult } from './shown.fixture';
import { hasSnippets, snippetsOf } from './snippets';

const SHOWN = { title: 'A figure', address: 'https://example.org/', numbers: {}, values: {} };
const sweep = recordedSweep('pytorch-2.13-mkl-4x8');

describe('snippets of what is on the screen', () => {
  it('are there for the parts that show a sum whose numbers the page has', () => {
    expect(FIGURE_IDS.filter((part) => hasSnippets({ part, values: {} }))).toEqual(['thread', 'sum-of-three', 'stepper', 'heatmap']);
    expect((['sweep', 'whole', 'growth'] as const).map((view) => hasSnippets({ part: 'lab', values: { ...INITIAL_SETTINGS, view } }))).toEqual([true, true, false]);
  });

  it('wait for what is still being computed', () => {
    const half = { ...sweep, rows: sweep.rows.slice(0, 2) };
    expect(snippetsOf({ ...SHOWN, part: 'heatmap', values: { baseline: 1, cell: null }, numbers: { results: { sweep: half } } }).numpy).toMatchObject({ ok: false });
    expect(snippetsOf({ ...SHOWN, part: 'heatmap', values: { view: 'rows' }, numbers: { results: { sweep } } }).torch).toMatchObject({ ok: false });
  });

  it('say what was not recorded, and is modelled', () => {
    const layer = { inFeatures: 4, outFeatures: 8, rows: 5, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' } as const;
    const schedule = { kind: 'recording', recording: galleryRecording('mkl-2020.4-4x8') } as const;
    const results = { whole: wholeResult({ layer, schedule, batch: 4, repeatedRow: null }), sweep: sweepResult({ layer, schedule, batches: [1, 4, 5], row: 0 }) };
    const notes = { rows: 'Of batch 4, row 0 was recorded; other rows are assumed to be added up the same way.', sizes: 'Batch 5 was not recorded; batch 4’s order is used.' };
    for (const [view, note] of Object.entries(notes)) {
      for (const snippet of Object.values(snippetsOf({ ...SHOWN, part: 'heatmap', values: { view, baseline: 1, cell: null }, numbers: { results } }))) {
        expect(snippet.ok && snippet.value).toMatch(/, recorded, in part modelled[:.,]/);
        expect(snippet.ok && snippet.value.split('\n')).toContain(`# ${note}`);
      }
    }
    const { numpy } = snippetsOf({ ...SHOWN, part: 'heatmap', values: { view: 'sizes', baseline: 1, cell: null }, numbers: { results: { sweep } } });
    expect(numpy.ok && numpy.value).not.toContain('modelled');
  });

  it('begin with the title and the address', () => {
    const { numpy, torch } = snippetsOf({ ...SHOWN, part: 'heatmap', values: { baseline: 1, cell: null }, numbers: { results: { sweep } } });
    for (const snippet of [numpy, torch]) expect(snippet.ok && snippet.value.split('\n').slice(0, 2)).toEqual(['# Batch of One: A figure', '# https://example.org/']);
    const thread = snippetsOf({ ...SHOWN, part: 'thread', numbers: { results: { thread: threadResult('linear-4x8', 'mkl-2020.4-4x8') } } });
    expect(thread.torch.ok && thread.torch.value).toContain('n = 1: 0.12711985409259796');
    const three = snippetsOf({ ...SHOWN, part: 'sum-of-three', values: { numbers: [1, 2, 3] } });
    expect(three.numpy.ok && three.numpy.value).toContain('[1.0, 2.0, 3.0]');
  });
});
