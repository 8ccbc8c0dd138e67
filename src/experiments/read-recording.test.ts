import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Engine, PackedWeights } from '../linear/engine';
import type { IndexRange } from '../linear/index-ranges';
import { ENGINES } from '../testing/engines';
import type { SimulatedLibrary } from '../testing/simulated-recording';
import { simulatedFile, TILED } from '../testing/simulated-recording';
import { newExperimentContext } from './experiment-context';
import { readRecording } from './read-recording';
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

  describe('whose kernels alternate from output to output', () => {
    const alternating = (rows: IndexRange): SimulatedLibrary['calls'][number]['classes'][number] => ({
      rows: [rows],
      plan: Array.from({ length: 256 }, (_, j) => ({ columns: [[j, j]], order: `0${' '.repeat(j % 64)}..63` })),
    });
    const library = { inFeatures: 64, outFeatures: 256, bias: false, calls: [{ batch: 40, classes: [alternating([0, 30]), alternating([31, 39])] }] };
    const file = JSON.stringify(simulatedFile(library));

    it.each(ENGINES)('is replayed in steps that are all short, strips counted whole, by %s', (_, engine) => {
      const piece = 2 ** 15;
      let products = 0;
      const counting: Engine = {
        name: engine.name,
        pack: (...weights) => {
          const packed = engine.pack(...weights);
          const { inFeatures, outFeatures, strip } = packed;
          const run: PackedWeights['run'] = (program, rows, strips = [0, Math.ceil(outFeatures / strip) - 1]) => {
            products += rows.rows * (strips[1] - strips[0] + 1) * strip * inFeatures;
            packed.run(program, rows, strips);
          };
          return { engine: packed.engine, inFeatures, outFeatures, strip, piece, run, sizes: packed.sizes.bind(packed) };
        },
      };
      const longest: number[] = [];
      const values = [];
      for (const step of readRecording({ text: file }, newExperimentContext(counting))) {
        longest.push(products);
        products = 0;
        if (step.kind === 'partial') values.push(step.value);
      }
      expect(Math.max(...longest)).toBeLessThanOrEqual(piece);
      expect(longest.length).toBeGreaterThan(40);
      expect(values[0]).toMatchObject({ kind: 'replayed', call: { digestIsEqual: true, equal: 40 * 256, total: 40 * 256 } });
    });
  });

  it('is refused where its replay would take far more than any library’s', () => {
    const order = (spaces: number): string => `0${' '.repeat(spaces)}..4095`;
    const kernels = Array.from({ length: 64 }, (_, i) => ({ batch: 1024, rows: [[0, 1023]], columns: Array.from({ length: 64 }, (_, block) => [64 * block + i, 64 * block + i]), order: order(i) }));
    const outputs = [{ batch: 1024, row: 0, bits: Buffer.alloc(4 * 4096).toString('base64') }];
    const shape = { ...simulatedFile(TILED), operation: { name: 'linear', dtype: 'float32', inFeatures: 4096, outFeatures: 4096, bias: false } };
    const file = { ...shape, data: { ...shape.data, batch: 1024 }, kernels, outputs, digests: [{ batch: 1024, sha256: '0'.repeat(64) }] };
    expect(runToEnd(readRecording({ text: JSON.stringify(file) })).problem?.message).toBe(
      'Its replay would take 1,100 billion products, with all outputs of every block of 64 that an order has outputs in; at most 400 billion are computed.',
    );
  });

  it('is refused with a sentence where it is none', () => {
    expect(runToEnd(readRecording({ text: '{}' })).problem?.message).toMatch(/^This is not a recording of summation orders\./);
  });
});
