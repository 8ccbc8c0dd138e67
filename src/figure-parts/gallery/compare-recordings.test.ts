import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { gpuRecording } from '../../testing/gpu-recording';
import { simulatedRecording, TILED } from '../../testing/simulated-recording';
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

  it('on two adders differ in order; of one seed in two formats, they ran on other numbers', () => {
    const [h100, a100] = [gpuRecording('h100-bfloat16'), gpuRecording('a100-bfloat16')];
    expect(compareRecordings(h100, a100).calls.map(({ batch, sameOrder }) => [batch, sameOrder])).toEqual([[1, 12], [2, 0], [6, 0]]);
    const short = { ...torch, operation: { ...torch.operation, dtype: 'bfloat16', output: 'bfloat16' } } as const;
    expect(compareRecordings(torch, short).calls[0]).toMatchObject({ sameOrder: 768, equalBits: null });
  });

  it('are compared at the first row that both know', () => {
    const tiled = simulatedRecording(TILED);
    const [known] = tiled.calls[2]!.classes.slice(1, 2);
    const one = { ...tiled, calls: [{ batch: 17, digest: null, classes: [{ rows: [[6, 6]] as const, plan: known!.plan }] }] };
    expect(compareRecordings(one, tiled).calls).toEqual([{ batch: 17, row: 6, sameOrder: 20, equalBits: 20, of: 20 }]);
    expect(compareRecordings(tiled, one).calls).toEqual(compareRecordings(one, tiled).calls);
    expect(compareRecordings(torch, { ...torch, calls: [] }).obstacle).toBe('They share no row of any batch size.');
    expect(compareRecordings(tiled, tiled).calls.map(({ row, equalBits, of }) => [row, equalBits, of])).toEqual([[0, 20, 20], [0, 20, 20], [0, 20, 20]]);
  });

  it('of two shapes are not compared', () => {
    expect(compareRecordings(torch, galleryRecording('pytorch-2.13-mkl-4x8')).obstacle).toBe('One is of a 768 → 768 layer, the other of 4 → 8.');
  });
});
