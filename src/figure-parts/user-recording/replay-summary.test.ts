import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { simulatedOutputs, simulatedRecording, TILED } from '../../testing/simulated-recording';
import { isBeyondRows, isReplayed, librarySentences, replaySentence, shortSummary } from './replay-summary';

const call = (batch: number, equal: number, total: number, digestIsEqual: boolean | null = null) => ({ batch, digestIsEqual, equal, total, differing: [] });

describe('what a replay came to', () => {
  it('is said for each count', () => {
    expect(replaySentence([call(1, 8, 8), call(2, 8, 8), call(4, 7, 8), call(16, 8, 8)])).toBe('The replay gives the library’s bits in 8 of 8 outputs at batches 1, 2 and 16, and in 7 of 8 outputs at batch 4.');
  });

  it('is one count for all calls that are proved by their digests', () => {
    expect(replaySentence([call(1, 8, 8, true), call(2, 16, 16, true), call(4, 8, 32, false)])).toBe(
      'The replay gives the library’s bits in 24 of 24 outputs, all rows of batches 1 and 2, and in 8 of 32 outputs at batch 4.',
    );
    expect([isReplayed([call(1, 8, 8, true)]), isReplayed([call(4, 8, 32, false)]), isReplayed([call(4, 7, 8)])]).toEqual([true, false, false]);
  });

  it('can be wrong in rows whose bits were not recorded', () => {
    expect(isBeyondRows(call(4, 8, 32, false))).toBe(true);
    expect(isBeyondRows(call(4, 32, 32, true))).toBe(false);
    expect(isBeyondRows({ ...call(4, 7, 32, false), differing: [{ row: 0, columns: [3] }] })).toBe(false);
    expect(isBeyondRows(call(4, 7, 8))).toBe(false);
  });
});

describe('what the library itself returned', () => {
  it('is how its batch sizes differ, not whether they were replayed', () => {
    const recording = galleryRecording('mkl-2020.4-4x8');
    const first = recording.outputs[0]!.values;
    const counts = recording.outputs.slice(1).map(({ values }) => values.filter((value, j) => !Object.is(value, first[j])).length);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    const [sentence, ...rest] = librarySentences(recording);
    expect(sentence).toMatch(/^The library’s own batch sizes do not agree: row 0 differs from batch 1 in \d of 8 outputs at batch.*\.$/);
    expect(rest).toEqual([]);
    expect(shortSummary(recording, [call(1, 8, 8)])).toMatch(new RegExp(`^replayed to the bit; up to ${Math.max(...counts)} of 8 outputs of row 0 differ between its batch sizes$`));
  });

  it('is in how many ways it adds up the rows of a call, where all were recorded', () => {
    expect(librarySentences(simulatedRecording(TILED)).at(-1)).toBe('Within a call, rows are added up in up to 4 ways, by where they stand, at batch 17.');
    const alike = { ...TILED, calls: TILED.calls.slice(0, 2) };
    const one = simulatedOutputs(alike, alike.calls[0]!);
    const three = simulatedOutputs(alike, alike.calls[1]!).subarray(0, 20);
    const count = three.filter((value, j) => !Object.is(value, one[j])).length;
    expect(librarySentences(simulatedRecording(alike))).toEqual([`The library’s own batch sizes do not agree: row 0 differs from batch 1 in ${count} of 20 outputs at batch 3.`, 'Within a call, all rows are added up alike.']);
  });

  it('can be the same at every batch size', () => {
    const steady = { ...TILED, calls: [TILED.calls[0]!, { batch: 2, classes: [{ rows: [[0, 1]] as const, plan: TILED.calls[0]!.classes[0]!.plan }] }] };
    expect(librarySentences(simulatedRecording(steady))[0]).toBe('The library’s own batch sizes agree: row 0 is the same to the bit at all of them.');
  });
});
