import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { fail, ok } from '../lib/result';
import { createAppStore } from '../store/store';
import { numbersOf } from './figure-numbers';
import { recordedSweep } from './snippets/shown.fixture';

const NAME = 'pytorch-2.13-mkl-768x768';

describe('the numbers of a part', () => {
  const { actions, getState } = createAppStore();
  actions.setRecording(NAME, ok(galleryRecording(NAME)));
  actions.setRecording('stdlib-0.4-127x33', ok(galleryRecording('stdlib-0.4-127x33')));
  actions.setRecording('lost', fail({ message: 'none' }));
  const sweep = recordedSweep(NAME);
  actions.show('heatmap', 'sweep', sweep);
  actions.show('heatmap', 'cell', null);

  it('are what the worker has computed for it, and the recordings that it took', () => {
    const { results, recordings } = numbersOf(getState(), 'heatmap');
    expect(results).toEqual({ sweep });
    expect([...recordings!.keys()]).toEqual([NAME]);
  });

  it('are those of the view that is shown', () => {
    const { parts, ...state } = getState();
    expect(numbersOf({ ...state, parts: { ...parts, heatmap: { ...parts.heatmap, view: 'rows' } } }, 'heatmap').results).toBeUndefined();
  });

  it('are none of another part, nor of one that has none', () => {
    expect(numbersOf(getState(), 'lab')).toEqual({ recordings: new Map() });
    expect(numbersOf(getState(), 'stepper')).toEqual({ recordings: new Map() });
  });

  it('are of all recordings that are there where a figure shows them all', () => {
    expect([...numbersOf(getState(), 'kernel-map').recordings!.keys()]).toEqual([NAME, 'stdlib-0.4-127x33']);
  });
});
