import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { INITIAL_SETTINGS } from '../share/settings';
import { shapeOfRecording } from './recording-settings';

describe('the shape at which a figure shows a recording', () => {
  const layer = galleryRecording('mkl-2020.4-768x768');

  it('is the figure’s own for the gallery’s layers of its size, so that it is back after a reader’s file', () => {
    const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
    expect(shapeOfRecording('mkl-2020.4-768x768', layer)).toEqual({ inFeatures, outFeatures, row, batches });
  });

  it('is the recording’s for a reader’s file and for other sizes', () => {
    expect(shapeOfRecording('own-mkl-1', layer)).toEqual({ inFeatures: 768, outFeatures: 768, row: 0, batches: [1, 2, 4, 8, 128] });
    expect(shapeOfRecording('stdlib-0.4-127x33', galleryRecording('stdlib-0.4-127x33'))).toMatchObject({ inFeatures: 127, outFeatures: 33 });
  });
});
