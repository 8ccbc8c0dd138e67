import { arch, cpus, type } from 'node:os';
import { plural } from '../../src/lib/words';
import { makeLayer } from '../../src/linear/make-layer';
import { printOrder } from '../../src/orders/print-order';
import { parseRecording } from '../../src/recordings/parse-recording';
import type { RecordedMachine } from '../../src/recordings/recording';
import type { RecordingFile } from '../../src/recordings/recording-schema';
import { replay } from '../../src/recordings/replay';
import type { ParseError, Result } from '../../src/lib/result';
import { fail, ok } from '../../src/lib/result';
import type { Library } from './library';
import type { RecordOptions } from './options';
import { recordBatch } from './record-batch';

/** A recording of a library. */
interface LibraryRecording {
  /** Format 1, read back and replayed. */
  readonly text: string;
  /** Batch sizes missing from it. */
  readonly leftOut: readonly number[];
}

/**
 * Records a library: returns a recording, or a sentence why there is none. Batch sizes where the library fails or its sums
 * are not trees are left out, with a line that says why.
 *
 * @param today ISO date
 * @param report is called with a line for each batch size, and for each thousand calls
 */
export async function recordLibrary(library: Library, options: RecordOptions, today: string, report: (line: string) => void): Promise<Result<LibraryRecording, ParseError>> {
  const { inFeatures, outFeatures, batches, row, seed, bias, threads } = options;
  const rows = batches.at(-1)!;
  const shape = { inFeatures, outFeatures, rows, bias };
  const recorded = makeLayer({ kind: 'torch', seed, uniform: 'fused' }, shape);
  // Other numbers, to expose an order that fits the recorded ones by chance.
  const others = makeLayer({ kind: 'normal', seed }, shape);
  const kernels: RecordingFile['kernels'] = [];
  const outputs: RecordingFile['outputs'] = [];
  const leftOut: { readonly batch: number; readonly why: string }[] = [];
  for (const batch of batches) {
    const call = { batch, inFeatures, outFeatures, bias };
    const found = await failing(async () => {
      const layer = library.open(call);
      return recordBatch(layer, call, row, [recorded, others], (calls) => report(`batch ${batch}: ${calls} calls so far`)).finally(layer.close);
    });
    if (!found.ok) {
      leftOut.push({ batch, why: found.error.message });
      report(`batch ${batch} is not written: ${found.error.message}`);
      continue;
    }
    for (const { columns, order } of found.value.kernels) kernels.push({ batch, row, columns: columns.map(([from, to]) => [from, to]), order: printOrder(order) });
    outputs.push({ batch, row, bits: base64(found.value.outputs[0]!) });
    const count = found.value.kernels.length;
    report(`batch ${batch}: ${plural(count, 'order')}, read off by ${found.value.calls} calls, ${outFeatures} of ${outFeatures} outputs equal to the bit`);
  }
  if (outputs.length === 0) return fail({ message: `There is nothing to write. Batch ${leftOut[0]?.batch}: ${leftOut[0]?.why}` });
  const { name, version, backend } = library;
  const file: RecordingFile = {
    recordedOn: today,
    library: { name, version, backend },
    machine: thisMachine(threads),
    operation: { name: 'linear', dtype: 'float32', inFeatures, outFeatures, bias },
    data: { source: 'torch.manual_seed', seed, batch: rows, uniform: 'fused' },
    kernels,
    outputs,
  };
  const text = verified(`${JSON.stringify({ format: 'summation-orders', version: 1, ...file }, null, 1)}\n`);
  return text.ok ? ok({ text: text.value, leftOut: leftOut.map(({ batch }) => batch) }) : text;
}

/** Turns what a library throws into a failed result. */
async function failing<T>(work: () => Promise<Result<T, ParseError>>): Promise<Result<T, ParseError>> {
  try {
    return await work();
  } catch (error) {
    return fail({ message: `The library failed: ${error instanceof Error ? error.message : String(error)}` });
  }
}

/** The text, if parsing and replaying it gives what the library returned. */
function verified(text: string): Result<string, ParseError> {
  const recording = parseRecording(text);
  if (!recording.ok) return fail({ message: `The recording can’t be read back. ${recording.error.message}` });
  for (const { batch, equal, total } of replay(recording.value)) {
    if (equal !== total) return fail({ message: `Replayed from the recording, ${equal} of ${total} outputs of batch ${batch} are equal to the bit.` });
  }
  return ok(text);
}

function base64(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** A recording's description of the machine that it was made on. */
function thisMachine(threads: number): RecordedMachine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    threads,
    os: `${type()} ${arch() === 'x64' ? 'x86-64' : arch()}`,
    note: `Node.js ${process.versions.node}`,
  };
}
