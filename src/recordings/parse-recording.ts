import * as v from 'valibot';
import { LIMITS } from '../lib/limits';
import type { Order } from '../orders/order';
import { parseOrder } from '../orders/parse-order';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { decodeFloats } from './decode-floats';
import { columnProblem } from './column-problem';
import type { RecordedCall, RecordedData, RecordedKernel, RecordedOutput, Recording } from './recording';
import type { RecordingFile } from './recording-schema';
import { headerSchema, recordingSchema, shapeError } from './recording-schema';
import { parseUntrustedJson } from './untrusted-json';

/** Distinct orders in one file. They are kept parsed, up to 64 kB each; real libraries have a handful. */
export const MAX_ORDERS = 64;

const JSON_LIMITS = { characters: LIMITS.recordingBytes, depth: 32, values: 1_000_000 };

/**
 * Reads a recording of summation orders, format 1, from untrusted text.
 *
 * Never throws. The result is fully checked: lengths, ranges, each order against K and bias, columns that cover each
 * output once, an output for each call and a call for each output. An error is one sentence that says what is wrong and
 * where, such as `kernels[3].columns[1] names output 8, which is already in kernels[2].columns[0].`
 * Fields that the format does not know are ignored.
 */
export function parseRecording(text: string): Result<Recording, ParseError> {
  const json = parseUntrustedJson(text, JSON_LIMITS);
  if (!json.ok) return json;
  const header = v.safeParse(headerSchema, json.value, { abortEarly: true });
  if (!header.success) return fail({ message: `This is not a recording of summation orders. ${shapeError(header.issues[0]).message}` });
  if (header.output.version !== 1) {
    return fail({ message: `This recording has version ${header.output.version}; only version 1 can be read.` });
  }
  const shape = v.safeParse(recordingSchema, json.value, { abortEarly: true });
  if (!shape.success) return fail(shapeError(shape.issues[0]));
  return assemble(shape.output);
}

function assemble(file: RecordingFile): Result<Recording, ParseError> {
  const { recordedOn, library, machine, operation } = file;
  const data = readData(file);
  if (!data.ok) return data;
  const calls = readCalls(file, data.value.rows);
  if (!calls.ok) return calls;
  const outputs = readOutputs(file, calls.value);
  if (!outputs.ok) return outputs;
  const { inFeatures, outFeatures, bias } = operation;
  return ok({
    recordedOn,
    library,
    machine,
    operation: { inFeatures, outFeatures, bias },
    data: data.value,
    calls: calls.value,
    outputs: outputs.value,
  });
}

function readData({ data, operation }: RecordingFile): Result<RecordedData, ParseError> {
  if (data.source === 'torch.manual_seed') {
    return ok({ kind: 'torch', seed: data.seed, rows: data.batch, uniform: data.uniform });
  }
  const { inFeatures, outFeatures } = operation;
  // Base64 characters per row need not be a whole number, so rows are counted in bytes.
  const bytes = (data.x.length / 4) * 3 - (data.x.endsWith('==') ? 2 : data.x.endsWith('=') ? 1 : 0);
  const rows = bytes / 4 / inFeatures;
  if (!Number.isInteger(rows) || rows < 1 || rows > LIMITS.batch) {
    return fail({ message: `data.x has ${data.x.length} characters of base64, which are not 1 to ${LIMITS.batch} rows of ${inFeatures} float32 values.` });
  }
  const x = readNumbers('data.x', data.x, rows * inFeatures);
  if (!x.ok) return x;
  const weight = readNumbers('data.weight', data.weight, outFeatures * inFeatures);
  if (!weight.ok) return weight;
  if (!operation.bias) return ok({ kind: 'inline', rows, x: x.value, weight: weight.value, bias: null });
  if (typeof data.bias !== 'string') return fail({ message: 'data.bias is missing, but the layer has a bias.' });
  const bias = readNumbers('data.bias', data.bias, outFeatures);
  return bias.ok ? ok({ kind: 'inline', rows, x: x.value, weight: weight.value, bias: bias.value }) : bias;
}

/** The numbers of a layer. They must be finite: nothing in this project explains infinite inputs. */
function readNumbers(place: string, text: string, count: number): Result<Float32Array, ParseError> {
  const decoded = decodeFloats(text, count);
  if (!decoded.ok) return fail({ message: `${place} ${decoded.error.message}.` });
  const odd = decoded.value.findIndex((value) => !Number.isFinite(value));
  return odd < 0 ? decoded : fail({ message: `${place} holds ${decoded.value[odd]} as value ${odd}; the numbers of a layer must be finite.` });
}

/** Groups the kernels into calls, one for each batch and row. */
function readCalls({ kernels, operation }: RecordingFile, rows: number): Result<RecordedCall[], ParseError> {
  const orders = new Map<string, Order>();
  const calls = new Map<string, { batch: number; row: number; plan: RecordedKernel[]; entries: number[] }>();
  for (const [i, { batch, row, columns, order: orderText }] of kernels.entries()) {
    const wrong = callProblem(`kernels[${i}]`, batch, row, rows);
    if (wrong !== null) return fail({ message: wrong });
    let order = orders.get(orderText);
    if (order === undefined) {
      const parsed = parseOrder(orderText, { products: operation.inFeatures, bias: operation.bias });
      if (!parsed.ok) {
        const { message, position } = parsed.error;
        return fail({ message: `kernels[${i}].order${position === undefined ? '' : `, character ${position + 1}`}: ${message}` });
      }
      if (orders.size === MAX_ORDERS) return fail({ message: `kernels[${i}].order is one too many: at most ${MAX_ORDERS} different orders are read.` });
      order = parsed.value;
      orders.set(orderText, order);
    }
    const call = calls.get(nameOf(batch, row)) ?? { batch, row, plan: [], entries: [] };
    calls.set(nameOf(batch, row), call);
    call.plan.push({ columns, order, orderText });
    call.entries.push(i);
  }
  for (const [name, { plan, entries }] of calls) {
    const lists = plan.map(({ columns }, i) => ({ place: `kernels[${entries[i]}].columns`, columns }));
    const wrong = columnProblem(lists, operation.outFeatures, `kernels for ${name}`);
    if (wrong !== null) return fail({ message: wrong });
  }
  const sorted = [...calls.values()].sort((a, b) => a.batch - b.batch || a.row - b.row);
  return ok(sorted.map(({ batch, row, plan }) => ({ batch, row, plan })));
}

/** One output for each call, in the order of the calls. */
function readOutputs({ outputs, operation }: RecordingFile, calls: readonly RecordedCall[]): Result<RecordedOutput[], ParseError> {
  const wanted = new Set(calls.map(({ batch, row }) => nameOf(batch, row)));
  const read = new Map<string, RecordedOutput>();
  for (const [i, { batch, row, bits }] of outputs.entries()) {
    const name = nameOf(batch, row);
    if (read.has(name)) return fail({ message: `outputs[${i}] gives ${name} a second time.` });
    if (!wanted.has(name)) return fail({ message: `outputs[${i}] is for ${name}, which no kernel computes.` });
    const values = decodeFloats(bits, operation.outFeatures);
    if (!values.ok) return fail({ message: `outputs[${i}].bits ${values.error.message}.` });
    read.set(name, { batch, row, values: values.value });
  }
  const inOrder: RecordedOutput[] = [];
  for (const { batch, row } of calls) {
    const output = read.get(nameOf(batch, row));
    if (output === undefined) return fail({ message: `outputs has no entry for ${nameOf(batch, row)}, which kernels describes.` });
    inOrder.push(output);
  }
  return ok(inOrder);
}

function callProblem(place: string, batch: number, row: number, rows: number): string | null {
  if (batch > rows) return `${place}.batch is ${batch}, but data has ${rows} row${rows === 1 ? '' : 's'}.`;
  if (row >= batch) return `${place}.row is ${row}, but a call with batch ${batch} has rows 0 to ${batch - 1}.`;
  return null;
}

function nameOf(batch: number, row: number): string {
  return `batch ${batch}, row ${row}`;
}
