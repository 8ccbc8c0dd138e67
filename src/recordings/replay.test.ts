import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/engines';
import { parseRecording } from './parse-recording';
import type { Recording } from './recording';
import { replay } from './replay';

const folder = new URL('../../public/recordings/', import.meta.url);
const FILES = readdirSync(folder).filter((name) => name !== 'index.json');

function load(file: string): Recording {
  const recording = parseRecording(readFileSync(new URL(file, folder), 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}

describe('replay', () => {
  it.each(ENGINES.slice(1))('gives the same bits by %s, for every recording', (_, engine) => {
    for (const file of FILES) expect([...replay(load(file), engine)].every(({ equal, total }) => equal === total), file).toBe(true);
  });

  it.each(FILES)('computes every output of %s, equal to the bit', (file) => {
    const recording = load(file);
    const kernels = [...replay(recording)];
    expect(kernels.length).toBe(recording.calls.reduce((sum, { plan }) => sum + plan.length, 0));
    const outputs = recording.calls.length * recording.operation.outFeatures;
    expect(kernels.reduce((sum, { total }) => sum + total, 0)).toBe(outputs);
    expect(kernels.filter(({ equal, total }) => equal !== total)).toEqual([]);
  });

  it('has every kind to replay: fused and rounded products, with a bias and without, several orders in one call', () => {
    const recordings = FILES.map(load);
    const kernels = recordings.flatMap(({ calls }) => calls.flatMap(({ plan }) => plan));
    expect(new Set(kernels.map(({ orderText }) => orderText.includes('*')))).toEqual(new Set([true, false]));
    expect(new Set(recordings.map(({ operation }) => operation.bias))).toEqual(new Set([true, false]));
    expect(recordings.some(({ calls }) => calls.some(({ plan }) => plan.length > 1))).toBe(true);
  });

  it('needs the recorded order: another batch size’s order misses outputs', () => {
    const recording = load('pytorch-2.13-mkl-768x768.json');
    const [one] = recording.calls;
    const swapped = { ...recording, calls: recording.calls.map((call) => ({ ...call, plan: one?.plan ?? [] })) };
    const equal = [...replay(swapped)].map((kernel) => kernel.equal);
    expect(equal[0]).toBe(768);
    expect(Math.max(...equal.slice(1))).toBeLessThan(700);
  });

  it('finds one tampered bit and names its column, in the kernel that it belongs to', () => {
    const recording = load('pytorch-1.13-openblas-768x768.json');
    const striped = recording.outputs.at(-1);
    if (!striped) throw new Error('no outputs');
    const bits = new Uint32Array(striped.values.slice().buffer);
    bits[191] = (bits[191] ?? 0) ^ 1;
    const values = new Float32Array(bits.buffer);
    const kernels = [...replay({ ...recording, outputs: [...recording.outputs.slice(0, -1), { ...striped, values }] })];
    const wrong = kernels.filter(({ differing }) => differing.length > 0);
    expect(wrong.map(({ batch, equal, total, differing }) => ({ batch, equal, total, differing }))).toEqual([
      { batch: 128, equal: 63, total: 64, differing: [191] },
    ]);
  });

  it('tells −0 from +0 and takes NaN as NaN', () => {
    const recording = load('mkl-2020.4-4x8.json');
    const [first] = recording.calls;
    const [output] = recording.outputs;
    if (!first || !output) throw new Error('no call');
    const data = { kind: 'inline', rows: 1, x: new Float32Array(4), weight: new Float32Array(32), bias: null } as const;
    const zeros = { ...recording, data, calls: [first], outputs: [{ ...output, values: Float32Array.of(0, -0, NaN, 0, 0, 0, 0, 0) }] };
    expect([...replay(zeros)].map(({ differing }) => differing)).toEqual([[1, 2]]);
    const infinite = { ...data, x: new Float32Array(4).fill(3e38), weight: new Float32Array(32).fill(3e38).map((w, i) => (i % 4 < 1 ? -w : w)) };
    const nans = { ...zeros, data: infinite, outputs: [{ ...output, values: new Float32Array(8).fill(NaN) }] };
    expect([...replay(nans)].map(({ equal }) => equal)).toEqual([8]);
  });
});
