import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../src/experiments/gallery-recording.fixture';
import { parseRecording } from '../../src/recordings/parse-recording';
import { NOT_RECORDED } from '../../src/figure-parts/gallery/not-recorded';
import type { Recording } from '../../src/recordings/recording';
import { classOf, knowsAllRows } from '../../src/recordings/recording';
import { LIBRARIES } from './libraries';
import type { RecordOptions } from './options';
import { recordLibrary } from './record-library';

const BATCHES = [1, 2, 4];

async function record(name: string, wanted: Partial<RecordOptions>) {
  const library = await LIBRARIES[name]!(1);
  if (!library.ok) throw new Error(library.error.message);
  const options: RecordOptions = { library: name, inFeatures: 4, outFeatures: 8, batches: BATCHES, seed: 72, bias: true, threads: 1, output: '', ...wanted };
  const text = await recordLibrary(library.value, options, '2026-11-24', () => undefined);
  return text.ok ? read(text.value.text) : text.error.message;
}

function read(text: string): Recording {
  const recording = parseRecording(text);
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}

/** How row 0 of each call is summed, and its bits. */
function firstRows({ calls, outputs }: Recording) {
  return calls
    .filter(({ batch }) => BATCHES.includes(batch))
    .map((call) => ({
      batch: call.batch,
      kernels: classOf(call, 0)!.plan.map(({ columns, orderText }) => [columns, orderText]),
      values: outputs.find(({ batch, row }) => batch === call.batch && row === 0)!.values,
    }));
}

describe('recording', { timeout: 60_000 }, () => {
  // WebAssembly and JavaScript give the same bits on every machine, so recordings are reproducible.
  it.each<[name: string, recorded: string, packedAs?: Partial<Recording['library']>]>([
    ['onnxruntime', 'onnxruntime-web-1.30-gemm'],
    ['onnxruntime-matmul', 'onnxruntime-web-1.30-matmul'],
    ['onnxruntime-matmul-input', 'onnxruntime-web-1.30-matmul-input'],
    ['tfjs-wasm', 'tfjs-4.22-wasm'],
    // Recorded from @stdlib/blas, which has the same sgemm among much else.
    ['stdlib', 'stdlib-0.4', { version: '0.4.1', backend: 'plain JavaScript, sgemm' }],
  ])('%s gives the orders and outputs that the gallery has', async (name, recorded, packedAs) => {
    for (const [inFeatures, outFeatures] of [[4, 8], [127, 33]] as const) {
      const again = await record(name, { inFeatures, outFeatures });
      const before = galleryRecording(`${recorded}-${inFeatures}x${outFeatures}`);
      if (typeof again === 'string') throw new Error(again);
      expect({ ...again.library, ...packedAs }).toEqual(before.library);
      expect(firstRows(again)).toEqual(firstRows(before));
      expect(again.calls.every(knowsAllRows)).toBe(true);
    }
  });

  it('reads all rows, and a layer without bias', async () => {
    const recording = await record('onnxruntime-input', { inFeatures: 40, outFeatures: 5, batches: [2, 3], bias: false });
    expect(recording).toMatchObject({
      operation: { bias: false },
      calls: [2, 3].map((batch) => ({ batch, classes: [{ rows: [[0, batch - 1]], plan: [{ columns: [[0, 4]], orderText: '0..39' }] }] })),
    });
  });

  it('refuses a backend that keeps its sums in float64, as the page says', async () => {
    expect(await record('tfjs-cpu', { inFeatures: 127, outFeatures: 33 })).toMatch(/^There is nothing to write\. Batch 1: Output 0: The sum of product \d+ and product \d+ is kept in more than float32/);
    expect(NOT_RECORDED.map(({ seen }) => `There is nothing to write. Batch 1: ${seen}`)).toContain(await record('tfjs-cpu', { inFeatures: 4, outFeatures: 8 }));
  });

  it.each(['tfjs-wasm', 'stdlib'])('says that %s runs on one thread', async (name) => {
    expect(await LIBRARIES[name]!(2)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/one thread.*; 2 were asked for\.$/) as string } });
  });
});
