import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecordingFile } from '../../src/recordings/recording-schema';
import { LIBRARIES } from './libraries';
import type { RecordOptions } from './options';
import { recordLibrary } from './record-library';

const BATCHES = [1, 2, 4];

async function record(name: string, wanted: Partial<RecordOptions>) {
  const library = await LIBRARIES[name]!(1);
  if (!library.ok) throw new Error(library.error.message);
  const options: RecordOptions = { library: name, inFeatures: 4, outFeatures: 8, batches: BATCHES, seed: 72, row: 0, bias: true, threads: 1, output: '', ...wanted };
  const text = await recordLibrary(library.value, options, '2026-11-24', () => undefined);
  return text.ok ? (JSON.parse(text.value.text) as RecordingFile) : text.error.message;
}

/** The kernels of these batch sizes in a recording of the gallery. */
function gallery(name: string, [inFeatures, outFeatures]: readonly [number, number]): RecordingFile {
  return JSON.parse(readFileSync(new URL(`../../public/recordings/${name}-${inFeatures}x${outFeatures}.json`, import.meta.url), 'utf8')) as RecordingFile;
}

describe('recording', { timeout: 60_000 }, () => {
  // WebAssembly and JavaScript give the same bits on every machine, so recordings are reproducible.
  it.each([
    ['onnxruntime', 'onnxruntime-web-1.30-gemm'],
    ['onnxruntime-matmul', 'onnxruntime-web-1.30-matmul'],
    ['onnxruntime-matmul-input', 'onnxruntime-web-1.30-matmul-input'],
    ['tfjs-wasm', 'tfjs-4.22-wasm'],
    ['stdlib', 'stdlib-0.4'],
  ])('%s gives the orders and outputs that the gallery has', async (name, recorded) => {
    for (const [inFeatures, outFeatures] of [[4, 8], [127, 33]] as const) {
      const again = await record(name, { inFeatures, outFeatures });
      const before = gallery(recorded, [inFeatures, outFeatures]);
      expect(again).toMatchObject({
        library: before.library,
        kernels: before.kernels.filter(({ batch }) => BATCHES.includes(batch)),
        outputs: before.outputs.filter(({ batch }) => BATCHES.includes(batch)),
      });
    }
  });

  it('reads another row, and a layer without bias', async () => {
    const file = await record('onnxruntime-input', { inFeatures: 40, outFeatures: 5, batches: [2, 3], row: 1, bias: false });
    expect(file).toMatchObject({ operation: { bias: false }, kernels: [{ batch: 2, row: 1, order: '0..39' }, { batch: 3, row: 1, order: '0..39' }] });
  });

  it('refuses a backend that keeps its sums in float64', async () => {
    expect(await record('tfjs-cpu', { inFeatures: 127, outFeatures: 33 })).toMatch(/^There is nothing to write\. Batch 1: Output 0: The sum of product \d+ and product \d+ is kept in more than float32/);
  });

  it.each(['tfjs-wasm', 'stdlib'])('says that %s runs on one thread', async (name) => {
    expect(await LIBRARIES[name]!(2)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/one thread.*; 2 were asked for\.$/) as string } });
  });
});
