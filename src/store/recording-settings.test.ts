import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { INITIAL_SETTINGS } from '../share/settings';
import { gpuRecording } from '../testing/gpu-recording';
import { settingsOfRecording, shapeOfRecording } from './recording-settings';

describe('the shape at which a figure shows a recording', () => {
  const layer = galleryRecording('mkl-2020.4-768x768');

  it('is the figure’s own for the gallery’s layers of its size, so that it is back after a reader’s file', () => {
    const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
    expect(shapeOfRecording('mkl-2020.4-768x768', layer)).toEqual({ inFeatures, outFeatures, format: 'float32', result: 'float32', row, batches });
  });

  it('is the recording’s for a reader’s file and for other sizes', () => {
    expect(shapeOfRecording('own-mkl-1', layer)).toEqual({ inFeatures: 768, outFeatures: 768, format: 'float32', result: 'float32', row: 0, batches: [1, 2, 4, 8, 128] });
    expect(shapeOfRecording('stdlib-0.4-127x33', galleryRecording('stdlib-0.4-127x33'))).toMatchObject({ inFeatures: 127, outFeatures: 33 });
  });

  it('has the formats of the recording, in which its bits come out: of TF32, that of its numbers', () => {
    const formats = ['h100-bfloat16', 'h100-tf32', 'h100-float8'].map((name) => {
      const { format, result } = shapeOfRecording('own-gpu-1', gpuRecording(name));
      expect(settingsOfRecording('own-gpu-1', gpuRecording(name))).toMatchObject({ format, result });
      return [format, result];
    });
    expect(formats).toEqual([['bfloat16', 'bfloat16'], ['float32', 'float32'], ['float8_e4m3', 'bfloat16']]);
  });
});
