import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from './read-recording';
import { runToEnd } from './step';

const text = readFileSync('public/recordings/mkl-2020.4-4x8.json', 'utf8');

describe('a reader’s recording', () => {
  it('is replayed kernel by kernel, and handed over at the end', () => {
    const { values, problem } = runToEnd(readRecording({ text }));
    expect(problem).toBeNull();
    const kernels = values.flatMap((value) => (value.kind === 'replayed' ? [value.kernel] : []));
    expect(kernels.map(({ batch, equal, total }) => [batch, equal, total])).toEqual([1, 2, 4, 8, 16].map((batch) => [batch, 8, 8]));
    const last = values.at(-1);
    expect(last?.kind === 'recording' && last.recording.operation).toEqual(expect.objectContaining({ inFeatures: 4, outFeatures: 8 }));
  });

  it('says which outputs do not come out, where somebody changed one', () => {
    const file = JSON.parse(text) as { outputs: { bits: string }[] };
    const bits = Buffer.from(file.outputs[0]!.bits, 'base64');
    bits[4 * 3]! ^= 1;
    file.outputs[0]!.bits = bits.toString('base64');
    const { values } = runToEnd(readRecording({ text: JSON.stringify(file) }));
    expect(values[0]).toMatchObject({ kind: 'replayed', kernel: { equal: 7, total: 8, differing: [3] } });
  });

  it('is refused with a sentence where it is none', () => {
    expect(runToEnd(readRecording({ text: '{}' })).problem?.message).toMatch(/^This is not a recording of summation orders\./);
  });
});
