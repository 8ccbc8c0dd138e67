import * as v from 'valibot';
import { LIMITS } from '../lib/limits';
import type { Order } from '../orders/order';
import { adderMisfit } from '../orders/adder-misfit';
import { parseOrder } from '../orders/parse-order';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { indexCount, indexRanges, indicesOf } from '../linear/index-ranges';
import { biasFormat } from '../linear/number-formats';
import type { AdderName } from '../numerics/group-sizes';
import { roundToFactor } from '../numerics/float8';
import { plural, rangesText } from '../lib/words';
import { decodeFloats } from './decode-floats';
import { rangesProblem } from './ranges-problem';
import type { RecordedCall, RecordedData, RecordedKernel, RecordedOperation, RecordedOutput, Recording, RowClass } from './recording';
import { classOf, RECORDED_OUTPUTS } from './recording';
import type { FirstRecordingFile, RecordingFile } from './recording-schema';
import { firstSchema, headerSchema, recordingSchema, shapeError } from './recording-schema';
import type { KernelTile } from './row-classes';
import { rowClasses, tilingProblem } from './row-classes';
import { parseUntrustedJson } from './untrusted-json';

/** Distinct orders in one file. They are kept parsed, up to 64 kB each; real libraries have a handful. */
export const MAX_ORDERS = 64;

const JSON_LIMITS = { characters: LIMITS.recordingBytes, depth: 32, values: 1_000_000 };

/** A file of either format as one of format 2, but that the rows and the digests that format 1 lacks may be missing. */
interface ReadFile extends Omit<RecordingFile, 'digests'> {
  /** Null in format 1. */
  readonly digests: RecordingFile['digests'] | null;
}

/**
 * Reads a recording of summation orders, format 1 or 2, from untrusted text.
 *
 * Never throws. The result is fully checked: lengths, ranges, each order against K and bias, kernels that give each output
 * of each row once (in format 1: of each row that is named), outputs for each class of rows, a digest for each batch size. An
 * error is one sentence that says what is wrong and where, such as `kernels[3] and kernels[1] both give row 5, output 8.`
 * Fields that the format does not know are ignored.
 */
export function parseRecording(text: string): Result<Recording, ParseError> {
  const json = parseUntrustedJson(text, JSON_LIMITS);
  if (!json.ok) return json;
  const header = v.safeParse(headerSchema, json.value, { abortEarly: true });
  if (!header.success) return fail({ message: `This is not a recording of summation orders. ${shapeError(header.issues[0]).message}` });
  const { version } = header.output;
  if (version === 1) {
    const first = v.safeParse(firstSchema, json.value, { abortEarly: true });
    if (!first.success) return fail(shapeError(first.issues[0]));
    const problem = rowProblem(first.output);
    return problem === null ? assemble(ofFormat2(first.output)) : fail({ message: problem });
  }
  if (version !== 2) return fail({ message: `This recording has version ${version}; only versions 1 and 2 can be read.` });
  const shape = v.safeParse(recordingSchema, json.value, { abortEarly: true });
  return shape.success ? assemble(shape.output) : fail(shapeError(shape.issues[0]));
}

/** A kernel of format 1 that names a row which its call doesn't have. */
function rowProblem({ kernels }: FirstRecordingFile): string | null {
  const at = kernels.findIndex(({ batch, row }) => row >= batch);
  return at < 0 ? null : `kernels[${at}].row is ${kernels[at]!.row}, but a call with batch ${kernels[at]!.batch} has rows 0 to ${kernels[at]!.batch - 1}.`;
}

function ofFormat2(file: FirstRecordingFile): ReadFile {
  return { ...file, kernels: file.kernels.map(({ row, ...kernel }) => ({ ...kernel, rows: [[row, row]] })), digests: null };
}

function assemble(file: ReadFile): Result<Recording, ParseError> {
  const { recordedOn, library, machine } = file;
  const operation = readOperation(file);
  if (!operation.ok) return operation;
  const data = readData(file);
  if (!data.ok) return data;
  const calls = readCalls(file, data.value.rows);
  if (!calls.ok) return calls;
  const outputs = readOutputs(file, calls.value);
  if (!outputs.ok) return outputs;
  return ok({
    recordedOn,
    library,
    machine,
    operation: operation.value,
    data: data.value,
    calls: calls.value,
    outputs: outputs.value,
  });
}

function readOperation({ operation: { dtype, output, inFeatures, outFeatures, bias } }: ReadFile): Result<RecordedOperation, ParseError> {
  const same = dtype === 'tf32' ? 'float32' : RECORDED_OUTPUTS.find((one) => one === dtype);
  const found = output ?? same;
  if (found === undefined) return fail({ message: `operation.output is missing, but results of a layer with dtype ${dtype} have another format.` });
  return ok({ dtype, output: found, inFeatures, outFeatures, bias });
}

function readData({ data, operation }: ReadFile): Result<RecordedData, ParseError> {
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
  const format = operation.dtype === 'tf32' ? 'float32' : operation.dtype;
  const x = readNumbers('data.x', data.x, rows * inFeatures, format);
  if (!x.ok) return x;
  const weight = readNumbers('data.weight', data.weight, outFeatures * inFeatures, format);
  if (!weight.ok) return weight;
  if (!operation.bias) return ok({ kind: 'inline', rows, x: x.value, weight: weight.value, bias: null });
  if (typeof data.bias !== 'string') return fail({ message: 'data.bias is missing, but the layer has a bias.' });
  const bias = readNumbers('data.bias', data.bias, outFeatures, biasFormat(format));
  return bias.ok ? ok({ kind: 'inline', rows, x: x.value, weight: weight.value, bias: bias.value }) : bias;
}

/** The numbers of a layer, all of the given format. They must be finite: nothing in this project explains infinite inputs. */
function readNumbers(place: string, text: string, count: number, format: Exclude<RecordedOperation['dtype'], 'tf32'>): Result<Float32Array, ParseError> {
  const decoded = decodeFloats(text, count);
  if (!decoded.ok) return fail({ message: `${place} ${decoded.error.message}.` });
  const odd = decoded.value.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) return fail({ message: `${place} holds ${decoded.value[odd]} as value ${odd}; the numbers of a layer must be finite.` });
  const longer = format === 'float32' ? -1 : decoded.value.findIndex((value) => roundToFactor(format, value) !== value);
  return longer < 0 ? decoded : fail({ message: `${place} holds ${decoded.value[longer]} as value ${longer}, which is no ${format}.` });
}

/** An entry of `kernels`, with its index in the file. */
interface ReadKernel extends RecordedKernel, KernelTile {
  readonly entry: number;
}

/** Groups the kernels into calls, one for each batch size, and their rows into classes. */
function readCalls(file: ReadFile, rows: number): Result<RecordedCall[], ParseError> {
  const kernels = readKernels(file, rows);
  if (!kernels.ok) return kernels;
  const digests = readDigests(file, kernels.value);
  if (!digests.ok) return digests;
  const calls: RecordedCall[] = [];
  for (const batch of [...kernels.value.keys()].sort((a, b) => a - b)) {
    const classes = readClasses(batch, kernels.value.get(batch)!, file);
    if (!classes.ok) return classes;
    calls.push({ batch, classes: classes.value, digest: digests.value?.get(batch) ?? null });
  }
  return ok(calls);
}

/** The kernels of each batch size, their ranges and orders checked one by one. */
function readKernels({ kernels, operation }: ReadFile, rows: number): Result<Map<number, ReadKernel[]>, ParseError> {
  const orders = new Map<string, Order>();
  const found = new Map<number, ReadKernel[]>();
  for (const [entry, { batch, rows: itsRows, columns, order: orderText, adder }] of kernels.entries()) {
    const place = `kernels[${entry}]`;
    if (batch > rows) return fail({ message: `${place}.batch is ${batch}, but data has ${plural(rows, 'row')}.` });
    const problem = rangesProblem(`${place}.rows`, itsRows, batch, 'row', `batch ${batch}`) ?? rangesProblem(`${place}.columns`, columns, operation.outFeatures, 'output', 'the layer');
    if (problem !== null) return fail({ message: problem });
    const key = `${adder ?? ''} ${orderText}`;
    let order = orders.get(key);
    if (order === undefined) {
      const parsed = readOrder(place, orderText, adder, operation);
      if (!parsed.ok) return parsed;
      if (orders.size === MAX_ORDERS) return fail({ message: `${place}.order is one too many: at most ${MAX_ORDERS} different orders are read.` });
      order = parsed.value;
      orders.set(key, order);
    }
    const kernel = { entry, rows: itsRows, columns, order, orderText: adder === undefined ? orderText : `${orderText} @ ${adder}` };
    const known = found.get(batch);
    if (known === undefined) found.set(batch, [kernel]);
    else known.push(kernel);
  }
  return ok(found);
}

/** One order, with the adder of its groups. */
function readOrder(place: string, text: string, adder: AdderName | undefined, { inFeatures, bias, dtype }: ReadFile['operation']): Result<Order, ParseError> {
  const order = parseOrder(text, { products: inFeatures, bias, adder: adder ?? null });
  if (!order.ok) {
    const { message, position } = order.error;
    return fail({ message: `${place}.order${position === undefined ? '' : `, character ${position + 1}`}: ${message}` });
  }
  if (adder === undefined) return order;
  if (order.value.adder === null) return fail({ message: `${place}.adder is ${adder}, but its order has no groups.` });
  if (dtype === 'float32') return fail({ message: `${place}.adder is ${adder}, which takes no float32: where it takes TF32 of it, operation.dtype is tf32.` });
  const problem = adderMisfit(order.value, dtype);
  return problem === null ? order : fail({ message: `${place}.adder: ${problem}` });
}

/** The digest of each batch size; null in format 1. */
function readDigests({ digests }: ReadFile, kernels: ReadonlyMap<number, unknown>): Result<Map<number, string> | null, ParseError> {
  if (digests === null) return ok(null);
  const found = new Map<number, string>();
  for (const [i, { batch, sha256 }] of digests.entries()) {
    if (found.has(batch)) return fail({ message: `digests[${i}] gives batch ${batch} a second time.` });
    if (!kernels.has(batch)) return fail({ message: `digests[${i}] is for batch ${batch}, which no kernel computes.` });
    found.set(batch, sha256);
  }
  for (const batch of kernels.keys()) if (!found.has(batch)) return fail({ message: `digests has no entry for batch ${batch}, which kernels describes.` });
  return ok(found);
}

/** The classes of rows of one batch size. In format 2, they must be all its rows. */
function readClasses(batch: number, kernels: readonly ReadKernel[], { operation, digests }: ReadFile): Result<RowClass[], ParseError> {
  const classes = rowClasses(batch, kernels);
  for (const one of classes) {
    const problem = tilingProblem(one, kernels, operation.outFeatures);
    if (problem?.kind === 'twice') {
      const [first, second] = problem.tiles.map((tile) => kernels[tile]!.entry);
      return fail({ message: `kernels[${second}] and kernels[${first}] both give row ${problem.row}, output ${problem.column}.` });
    }
    if (problem?.kind === 'missing') {
      return fail({ message: `The kernels for batch ${batch} leave out row ${problem.row}, output ${problem.column}${problem.more === 0 ? '' : `, and ${plural(problem.more, 'more output')} of this row`}.` });
    }
  }
  const known = new Set(classes.flatMap(({ rows }) => [...indicesOf(rows)]));
  if (digests !== null && known.size < batch) {
    const missing = Array.from({ length: batch }, (_, row) => row).filter((row) => !known.has(row));
    return fail({ message: `The kernels for batch ${batch} leave out ${missing.length === 1 ? 'row' : 'rows'} ${rangesText(indexRanges(missing))}.` });
  }
  return ok(classes.map(({ rows, tiles }) => ({ rows, plan: planOf(tiles.map((tile) => kernels[tile]!)) })));
}

/** One part for each order, since a replay computes many outputs of an order as fast as one. */
function planOf(kernels: readonly ReadKernel[]): RecordedKernel[] {
  const outputsOf = (order: Order): number[] => kernels.flatMap((kernel) => (kernel.order === order ? [...indicesOf(kernel.columns)] : []));
  const texts = new Map(kernels.map(({ order, orderText }) => [order, orderText]));
  return [...texts].map(([order, orderText]) => ({ columns: indexRanges(outputsOf(order).sort((a, b) => a - b)), order, orderText }));
}

/** The outputs by batch and row, at least one for each class of rows. */
function readOutputs({ outputs, operation }: ReadFile, calls: readonly RecordedCall[]): Result<RecordedOutput[], ParseError> {
  const callOf = new Map(calls.map((call) => [call.batch, call]));
  const read = new Map<RowClass, Map<number, RecordedOutput>>();
  for (const [i, { batch, row, bits }] of outputs.entries()) {
    const call = callOf.get(batch);
    const its = call && classOf(call, row);
    if (its === undefined) return fail({ message: `outputs[${i}] is for batch ${batch}, row ${row}, which no kernel computes.` });
    const rows = read.get(its) ?? new Map<number, RecordedOutput>();
    read.set(its, rows);
    if (rows.has(row)) return fail({ message: `outputs[${i}] gives batch ${batch}, row ${row} a second time.` });
    const values = decodeFloats(bits, operation.outFeatures);
    if (!values.ok) return fail({ message: `outputs[${i}].bits ${values.error.message}.` });
    rows.set(row, { batch, row, values: values.value });
  }
  for (const { batch, classes } of calls) {
    for (const one of classes) {
      if (!read.has(one)) return fail({ message: `outputs has no entry for batch ${batch}, ${rowsText(one)}, which kernels describes.` });
    }
  }
  const found = [...read.values()].flatMap((rows) => [...rows.values()]);
  return ok(found.sort((a, b) => a.batch - b.batch || a.row - b.row));
}

function rowsText({ rows }: RowClass): string {
  return indexCount(rows) === 1 ? `row ${rows[0]![0]}` : `any of rows ${rangesText(rows)}`;
}
