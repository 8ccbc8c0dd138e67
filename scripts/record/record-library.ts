import { createHash } from 'node:crypto';
import { arch, cpus, type } from 'node:os';
import { plural } from '../../src/lib/words';
import type { IndexRange } from '../../src/linear/index-ranges';
import { indexRanges, indicesOf } from '../../src/linear/index-ranges';
import { makeLayer } from '../../src/linear/make-layer';
import { printOrder } from '../../src/orders/print-order';
import { outputBytes } from '../../src/recordings/output-bytes';
import { parseRecording } from '../../src/recordings/parse-recording';
import type { RecordedMachine } from '../../src/recordings/recording';
import type { RecordingFile } from '../../src/recordings/recording-schema';
import { replay, replayProblem } from '../../src/recordings/replay';
import type { ParseError, Result } from '../../src/lib/result';
import { fail, ok } from '../../src/lib/result';
import type { Library } from './library';
import type { RecordOptions } from './options';
import type { RecordedRows } from './record-batch';
import { recordBatch } from './record-batch';

/** A recording of a library. */
interface LibraryRecording {
  /** Format 2, read back and replayed. */
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
  const { inFeatures, outFeatures, batches, seed, bias, threads } = options;
  const rows = batches.at(-1)!;
  const shape = { inFeatures, outFeatures, rows, bias };
  const recorded = makeLayer({ kind: 'torch', seed, uniform: 'fused' }, shape);
  // Other numbers, to expose an order that fits the recorded ones by chance.
  const others = makeLayer({ kind: 'normal', seed }, shape);
  const kernels: RecordingFile['kernels'] = [];
  const outputs: RecordingFile['outputs'] = [];
  const digests: RecordingFile['digests'] = [];
  const leftOut: { readonly batch: number; readonly why: string }[] = [];
  for (const batch of batches) {
    const call = { batch, inFeatures, outFeatures, bias };
    const found = await failing(async () => {
      const layer = library.open(call);
      return recordBatch(layer, call, [recorded, others], (calls) => report(`batch ${batch}: ${calls} calls so far`)).finally(layer.close);
    });
    if (!found.ok) {
      leftOut.push({ batch, why: found.error.message });
      report(`batch ${batch} is not written: ${found.error.message}`);
      continue;
    }
    const { classes, calls } = found.value;
    const returned = found.value.outputs[0]!;
    kernels.push(...kernelsOf(batch, classes));
    for (const { rows } of classes) {
      const [row] = rows[0]!;
      outputs.push({ batch, row, bits: base64(returned.slice(row * outFeatures, (row + 1) * outFeatures)) });
    }
    digests.push({ batch, sha256: createHash('sha256').update(outputBytes(returned)).digest('hex') });
    const orders = new Set(classes.flatMap((one) => one.kernels.map(({ order }) => printOrder(order)))).size;
    report(`batch ${batch}: ${classes.length === 1 ? '1 class' : `${classes.length} classes`} of rows, ${plural(orders, 'order')}, read off by ${calls} calls, ${returned.length} of ${returned.length} outputs equal to the bit`);
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
    digests,
  };
  const text = verified(`${JSON.stringify({ format: 'summation-orders', version: 2, ...file }, null, 1)}\n`);
  return text.ok ? ok({ text: text.value, leftOut: leftOut.map(({ batch }) => batch) }) : text;
}

/** The entries of a call: one for each order and the outputs that are summed in it, with all rows where they are. */
function kernelsOf(batch: number, classes: readonly RecordedRows[]): RecordingFile['kernels'] {
  const pairs = (ranges: Iterable<IndexRange>): [number, number][] => Array.from(ranges, ([from, to]) => [from, to]);
  const entries = new Map<string, { rows: number[]; columns: readonly IndexRange[]; order: string }>();
  for (const { rows, kernels } of classes) {
    for (const { columns, order } of kernels) {
      const text = printOrder(order);
      const key = JSON.stringify([columns, text]);
      const known = entries.get(key) ?? { rows: [], columns, order: text };
      known.rows.push(...indicesOf(rows));
      entries.set(key, known);
    }
  }
  return [...entries.values()].map(({ rows, columns, order }) => ({ batch, rows: pairs(indexRanges(rows.sort((a, b) => a - b))), columns: pairs(columns), order }));
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
  const problem = replayProblem(recording.value);
  if (problem !== null) return fail({ message: problem });
  for (const { batch, equal, total, digestIsEqual } of replay(recording.value)) {
    if (equal !== total || digestIsEqual !== true) return fail({ message: `Replayed from the recording, ${equal} of ${total} outputs of batch ${batch} are equal to the bit.` });
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
