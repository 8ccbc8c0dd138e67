import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from './read-recording';
import { simulatedFile, TILED } from '../testing/simulated-recording';
import { runToEnd } from './step';

const text = readFileSync('public/recordings/mkl-2020.4-4x8.json', 'utf8');

describe('a reader’s recording', () => {
  it('is replayed call by call, and handed over at the end', () => {
    const { values, problem } = runToEnd(readRecording({ text }));
    expect(problem).toBeNull();
    const calls = values.flatMap((value) => (value.kind === 'replayed' ? [value.call] : []));
    expect(calls.map(({ batch, equal, total }) => [batch, equal, total])).toEqual([1, 2, 4, 8, 16].map((batch) => [batch, 8, 8]));
    const last = values.at(-1);
    expect(last?.kind === 'recording' && last.recording.operation).toEqual(expect.objectContaining({ inFeatures: 4, outFeatures: 8 }));
  });

  it('says which outputs do not come out, where somebody changed one', () => {
    const file = JSON.parse(text) as { outputs: { bits: string }[] };
    const bits = Buffer.from(file.outputs[0]!.bits, 'base64');
    bits[4 * 3]! ^= 1;
    file.outputs[0]!.bits = bits.toString('base64');
    const { values } = runToEnd(readRecording({ text: JSON.stringify(file) }));
    expect(values[0]).toMatchObject({ kind: 'replayed', call: { equal: 7, total: 8, differing: [{ row: 0, columns: [3] }] } });
  });

  it('reports every run of rows in between', () => {
    const steps = [...readRecording({ text: JSON.stringify(simulatedFile(TILED)) })].filter((step) => step.kind === 'progress');
    expect(steps.map(({ done, total }) => [done, total])).toEqual([[0, 1], [0, 21], [1, 21], [4, 21], [10, 21], [14, 21], [16, 21], [20, 21], [21, 21]]);
  });

  it('is refused with a sentence where it is none', () => {
    expect(runToEnd(readRecording({ text: '{}' })).problem?.message).toMatch(/^This is not a recording of summation orders\./);
  });
});
