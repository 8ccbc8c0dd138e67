import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/engines';
import { rowsWithBits } from '../testing/rows-with-bits';
import { indexCount } from '../linear/index-ranges';
import { FROUND } from '../linear/fround-engine';
import { enginesWithAdders } from '../linear/groups';
import { simulatedFile, TILED } from '../testing/simulated-recording';
import { parseRecording } from './parse-recording';
import type { Recording } from './recording';
import type { RecordingFile } from './recording-schema';
import type { ReplayedKernels } from './replay';
import { replay, replayProblem } from './replay';

/** For whole calls: all engines give the same bits. */
const FASTEST = ENGINES.at(-1)![1];

const folder = new URL('../../public/recordings/', import.meta.url);
const FILES = readdirSync(folder).filter((name) => name !== 'index.json');

function load(file: string): Recording {
  const recording = parseRecording(readFileSync(new URL(file, folder), 'utf8'));
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}

describe('replay', () => {
  it.each(ENGINES)('gives the bits of every order of every recording by %s', (_, engine) => {
    for (const file of FILES) expect([...replay(rowsWithBits(load(file)), engine)].every(({ equal, total }) => equal === total), file).toBe(true);
  });

  it('gives a whole call by Math.fround alone, whose rows are summed in several ways', () => {
    const recording = load('numpy-2.4-openblas-haswell-768x768.json');
    const calls = [...replay({ ...recording, calls: recording.calls.filter(({ batch }) => batch === 17 || batch === 128) })];
    expect(calls).toMatchObject([{ batch: 17, digestIsEqual: true, equal: 17 * 768 }, { batch: 128, digestIsEqual: true, equal: 128 * 768 }]);
    expect(recording.calls.at(-1)!.classes.length).toBeGreaterThan(2);
  });

  it.each(FILES)('computes every output of %s, equal to the bit', (file) => {
    const recording = load(file);
    const calls = [...replay(recording, FASTEST)];
    expect(calls.map(({ batch, kernels }) => [batch, kernels.length])).toEqual(recording.calls.map(({ batch, classes }) => [batch, classes.reduce((sum, { plan }) => sum + plan.length, 0)]));
    const rows = recording.calls.reduce((sum, { classes }) => sum + classes.reduce((all, one) => all + indexCount(one.rows), 0), 0);
    expect(calls.reduce((sum, { total }) => sum + total, 0)).toBe(rows * recording.operation.outFeatures);
    expect(calls.filter(({ equal, total, digestIsEqual }) => equal !== total || digestIsEqual === false)).toEqual([]);
  });

  it('has every kind to replay: fused and rounded products, with a bias and without, several orders in one call, and rows that are summed differently', () => {
    const recordings = FILES.map(load);
    const kernels = recordings.flatMap(({ calls }) => calls.flatMap(({ classes }) => classes.flatMap(({ plan }) => plan)));
    expect(new Set(kernels.map(({ orderText }) => orderText.includes('*')))).toEqual(new Set([true, false]));
    expect(recordings.some(({ calls }) => calls.some(({ classes }) => classes.some(({ plan }) => plan.length > 1)))).toBe(true);
    expect(new Set(recordings.map(({ operation }) => operation.bias))).toEqual(new Set([true, false]));
    expect(recordings.some(({ calls }) => calls.some(({ classes, digest }) => digest !== null && classes.length > 1))).toBe(true);
  });

  it('needs the recorded order: another batch size’s order misses outputs', () => {
    const recording = load('pytorch-2.13-mkl-768x768.json');
    const [one] = recording.calls;
    const swapped = { ...recording, calls: recording.calls.map((call) => ({ ...call, classes: call.classes.map(({ rows }) => ({ rows, plan: one?.classes[0]?.plan ?? [] })) })) };
    const equal = [...replay(swapped)].map((call) => call.equal / call.kernels.length);
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
    const calls = [...replay({ ...recording, outputs: [...recording.outputs.slice(0, -1), { ...striped, values }] })];
    const wrong = calls.filter(({ differing }) => differing.length > 0);
    expect(wrong).toMatchObject([{ batch: 128, equal: 767, total: 768, differing: [{ row: 0, columns: [191] }] }]);
    expect(wrong[0]!.kernels.map(({ equal, total }) => [equal, total])).toContainEqual([63, 64]);
  });

  it('tells −0 from +0 and takes NaN as NaN', () => {
    const recording = load('mkl-2020.4-4x8.json');
    const [first] = recording.calls;
    const [output] = recording.outputs;
    if (!first || !output) throw new Error('no call');
    const data = { kind: 'inline', rows: 1, x: new Float32Array(4), weight: new Float32Array(32), bias: null } as const;
    const zeros = { ...recording, data, calls: [first], outputs: [{ ...output, values: Float32Array.of(0, -0, NaN, 0, 0, 0, 0, 0) }] };
    expect([...replay(zeros)].map(({ differing }) => differing)).toEqual([[{ row: 0, columns: [1, 2] }]]);
    const infinite = { ...data, x: new Float32Array(4).fill(3e38), weight: new Float32Array(32).fill(3e38).map((w, i) => (i % 4 < 1 ? -w : w)) };
    const nans = { ...zeros, data: infinite, outputs: [{ ...output, values: new Float32Array(8).fill(NaN) }] };
    expect([...replay(nans)].map(({ equal }) => equal)).toEqual([8]);
    // In a digest, the one NaN is 0x7fc00000: here eight of them.
    const digest = createHash('sha256').update(Buffer.from('0000c07f'.repeat(8), 'hex')).digest('hex');
    expect([...replay({ ...nans, calls: [{ ...first, digest }] })].map(({ digestIsEqual }) => digestIsEqual)).toEqual([true]);
  });

  it('is no more work than is allowed, for a large layer at many batch sizes in several orders', () => {
    const recording = load('numpy-2.4-openblas-haswell-768x768.json');
    expect(FILES.map((file) => replayProblem(load(file)))).toEqual(FILES.map(() => null));
    // 4096 → 4096 at batches 1, 2, 4 … 1024, eight outputs of every 128 in another order.
    const [one, two] = recording.calls.at(-1)!.classes[0]!.plan;
    const starts = Array.from({ length: 32 }, (_, i) => 128 * i);
    const plan = [{ ...one!, columns: starts.map((at) => [at, at + 7] as const) }, { ...two!, columns: starts.map((at) => [at + 8, at + 127] as const) }];
    const calls = Array.from({ length: 11 }, (_, i) => ({ batch: 2 ** i, classes: [{ rows: [[0, 2 ** i - 1]] as const, plan }], digest: null }));
    const large = { ...recording, operation: { ...recording.operation, inFeatures: 4096, outFeatures: 4096, bias: true }, calls };
    expect(replayProblem(large)).toBeNull();
    expect(replayProblem({ ...large, calls: Array<typeof calls>(12).fill(calls).flat() })).toMatch(/^Its replay would take \d{3} billion products/);
  });

  describe('on tensor cores', () => {
    const simulated = new URL('fixtures/', import.meta.url);
    const read = (file: string): string => readFileSync(new URL(file, simulated), 'utf8');
    const parsed = (text: string): Recording => {
      const recording = parseRecording(text);
      if (!recording.ok) throw new Error(recording.error.message);
      return recording.value;
    };

    it.each(ENGINES)('gives every bit of every simulated GPU, proved by the digests, by %s', (_, engine) => {
      const files = readdirSync(simulated);
      expect(files.length).toBeGreaterThan(4);
      for (const file of files) {
        const calls = [...replay(parsed(read(file)), engine)];
        expect(calls.every(({ digestIsEqual, equal, total }) => digestIsEqual === true && equal === total), file).toBe(true);
      }
    });

    it('needs the adder, the groups, and the formats of factors and results', () => {
      const { engine } = enginesWithAdders().fastest;
      const missed = (text: string): boolean => [...replay(parsed(text), engine)].some(({ digestIsEqual }) => digestIsEqual === false);
      const changed = (file: string, from: string, to: string): string => {
        const text = read(file);
        expect(text).toContain(from);
        return text.replaceAll(from, to);
      };
      expect(missed(changed('a100-bfloat16.json', '"adder": "a100"', '"adder": "h100"'))).toBe(true);
      expect(missed(changed('h100-bfloat16.json', '*16', '*8'))).toBe(true);
      expect(missed(changed('h100-bfloat16.json', '"dtype": "bfloat16"', '"dtype": "bfloat16", "output": "float32"'))).toBe(true);
      expect(missed(changed('v100-float16.json', '"adder": "v100-acc16"', '"adder": "v100"'))).toBe(true);
      expect(missed(changed('v100-float16.json', '"dtype": "float16"', '"dtype": "bfloat16", "output": "float16"').replaceAll('v100-acc16', 'a100'))).toBe(true);
      expect(missed(changed('h100-tf32.json', '{0..43}*8', '*0..43').replaceAll(/,\s*"adder": "h100"/g, ''))).toBe(true);
      expect(missed(changed('h100-float8.json', '{0..63}*32 + ({64..127}*32) + ({128..149}*32)', '{0..149}*32'))).toBe(true);
    });

    it('counts a product in a group as several', () => {
      const { calls, operation, ...rest } = parsed(read('h100-bfloat16.json'));
      const [plain, grouped] = [calls[0]!.classes[0]!.plan, calls[1]!.classes[0]!.plan];
      const of = (plan: typeof plain, batches: number): Recording => ({ ...rest, operation: { ...operation, inFeatures: 4096, outFeatures: 4096 }, calls: Array.from({ length: batches }, () => ({ batch: 1024, digest: null, classes: [{ rows: [[0, 1023]], plan: [{ ...plan[0]!, columns: [[0, 4095]] }] }] })) });
      expect([replayProblem(of(plain, 20)), replayProblem(of(grouped, 1))]).toEqual([null, null]);
      expect(replayProblem(of(grouped, 20))).toBe('Its replay would take 5,498 billion products, with all outputs of every block of 64 that an order has outputs in, and 16 for each product in a group; at most 400 billion are computed.');
    });
  });

  describe('of all rows', () => {
    const file = simulatedFile(TILED);
    const replayed = (changes: Partial<RecordingFile>, engine = FROUND): ReplayedKernels[] => {
      const recording = parseRecording(JSON.stringify({ ...file, ...changes }));
      if (!recording.ok) throw new Error(recording.error.message);
      return [...replay(recording.value, engine)];
    };

    it.each(ENGINES)('computes every one, and proves them by the digest, by %s', (_, engine) => {
      expect(replayed({}, engine).map(({ equal, total, digestIsEqual }) => [equal, total, digestIsEqual])).toEqual([[20, 20, true], [60, 60, true], [340, 340, true]]);
    });

    it('counts each class of rows', () => {
      expect(replayed({})[2]!.kernels.map(({ rows, equal, total }) => [rows, equal, total])).toEqual([
        [[[0, 5], [12, 15]], 200, 200],
        [[[6, 9]], 48, 48],
        [[[6, 9]], 32, 32],
        [[[10, 11]], 40, 40],
        [[[16, 16]], 20, 20],
      ]);
    });

    it('finds an order that is wrong in rows whose bits are not there, and counts only those that are', () => {
      // Row 15 is given to the class of row 16.
      const kernels = file.kernels.map((kernel, i) => (i === 2 ? { ...kernel, rows: [[0, 5], [12, 14]] as [number, number][] } : i === 6 ? { ...kernel, rows: [[15, 16]] as [number, number][] } : kernel));
      const [, , wrong] = replayed({ kernels });
      expect(wrong).toMatchObject({ digestIsEqual: false, differing: [], equal: 80, total: 340 });
    });

    it('finds bits that do not agree with the digest', () => {
      const outputs = file.outputs.map((output) => (output.row === 6 ? { ...output, bits: file.outputs[0]!.bits } : output));
      const [, , wrong] = replayed({ outputs });
      expect(wrong).toMatchObject({ digestIsEqual: true, differing: [{ row: 6 }] });
      expect(wrong!.total - wrong!.equal).toBe(wrong!.differing[0]!.columns.length);
    });
  });
});
