import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { compareRecordings } from './compare-recordings';

describe('two recordings', () => {
  const torch = galleryRecording('pytorch-2.13-mkl-768x768');

  it('are alike throughout where they are the same', () => {
    const { obstacle, calls } = compareRecordings(torch, torch);
    expect(obstacle).toBeNull();
    expect(calls.length).toBeGreaterThan(3);
    for (const { sameOrder, equalBits, of } of calls) expect([sameOrder, equalBits]).toEqual([of, of]);
  });

  it('of two libraries differ in order, and in most bits', () => {
    const { calls } = compareRecordings(torch, galleryRecording('pytorch-1.13-openblas-768x768'));
    for (const { sameOrder, equalBits } of calls) {
      expect(sameOrder).toBe(0);
      expect(equalBits).toBeGreaterThan(0);
      expect(equalBits).toBeLessThan(768);
    }
  });

  it('on other numbers are compared by their orders alone', () => {
    expect(compareRecordings(torch, galleryRecording('mkl-2020.4-768x768')).calls[0]?.equalBits).toBeNull();
  });

  it('of two shapes are not compared', () => {
    expect(compareRecordings(torch, galleryRecording('pytorch-2.13-mkl-4x8')).obstacle).toBe('One is of a 768 → 768 layer, the other of 4 → 8.');
  });
});
