import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { INITIAL_SETTINGS } from '../../share/settings';
import { recordedShape } from './recorded-shape';

describe('the shape at which a map shows a recording', () => {
  const layer = galleryRecording('mkl-2020.4-768x768');

  it('is the map’s own for the gallery’s layers of its size, so that it is back after a reader’s file', () => {
    const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
    expect(recordedShape('mkl-2020.4-768x768', layer)).toEqual({ inFeatures, outFeatures, row, batches });
  });

  it('is the recording’s for a reader’s file and for other sizes', () => {
    expect(recordedShape('own-mkl-1', layer)).toEqual({ inFeatures: 768, outFeatures: 768, row: 0, batches: [1, 2, 4, 8, 128] });
    expect(recordedShape('stdlib-0.4-127x33', galleryRecording('stdlib-0.4-127x33'))).toMatchObject({ inFeatures: 127, outFeatures: 33 });
  });
});
