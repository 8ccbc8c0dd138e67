import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { recordedSweep } from './snippets/shown.fixture';
import { sourceText } from './source-text';

const ADDRESS = 'https://example.org/#heatmap';

describe('the source line', () => {
  it('names the recording, and says what was not recorded', () => {
    const name = 'pytorch-2.13-mkl-4x8';
    const sweep = recordedSweep(name);
    const modelled = { ...sweep, rows: [{ ...sweep.rows[0]!, provenance: 'modelled' as const, note: 'Batch 3 was not recorded; batch 2’s order is used.' }] };
    const text = sourceText({ address: ADDRESS, numbers: { results: { sweep: modelled }, recordings: new Map([[name, galleryRecording(name)]]) } });
    expect(text).toMatch(/^Batch of One, https:\/\/example\.org\/#heatmap · Orders replayed from a recording\. Recorded on .* from PyTorch 2\.13/);
    expect(text).toMatch(/Batch 3 was not recorded; batch 2’s order is used\.$/);
  });

  it('says where nothing was recorded', () => {
    expect(sourceText({ address: ADDRESS, numbers: {} })).toBe(`Batch of One, ${ADDRESS} · Computed in the browser.`);
  });
});
