import * as v from 'valibot';
import { LIMITS } from '../lib/limits';
import type { ParseError } from '../lib/result';
import { ADDER_NAMES } from '../numerics/group-sizes';
import { RECORDED_DTYPES, RECORDED_OUTPUTS } from './recording';

/** Entries of `kernels`, of `outputs` and of `digests`. */
const MAX_ENTRIES = 8192;

const count = (max: number) => whole(1, max);

function whole(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}

function line(max = 200) {
  return v.pipe(v.string('must be text'), v.maxLength(max, `must be text of at most ${max} characters`));
}

const base64 = v.string('must be text in base64');
const batch = count(LIMITS.batch);
const row = whole(0, LIMITS.batch - 1);
const column = whole(0, LIMITS.features - 1);
const flag = v.boolean('must be true or false');

function list<T extends v.GenericSchema>(item: T, max: number) {
  return v.pipe(
    v.array(item, 'must be a list'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(max, `must have at most ${max} entries`),
  );
}

function oneOf<const T extends readonly string[]>(names: T) {
  const quoted = names.map((name) => `"${name}"`);
  return v.picklist(names, `must be ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`);
}

function fields<T extends v.ObjectEntries>(entries: T) {
  return v.object(entries, 'must be an object in curly brackets');
}

const torchData = fields({
  source: v.literal('torch.manual_seed'),
  seed: whole(0, 2 ** 32 - 1),
  batch,
  uniform: oneOf(['fused', 'separate']),
});

const inlineData = fields({ source: v.literal('inline'), x: base64, weight: base64, bias: v.nullish(base64) });

/** The only field read before the file's version is known. */
export const headerSchema = fields({
  format: v.literal('summation-orders', 'must be "summation-orders"'),
  version: v.number('must be a number'),
});

const operation = {
  name: v.literal('linear', 'must be "linear"'),
  inFeatures: count(LIMITS.features),
  outFeatures: count(LIMITS.features),
  bias: flag,
};

const common = {
  recordedOn: v.pipe(v.string('must be a date'), v.regex(/^\d{4}-\d\d-\d\d(T[\d:.+\-Z]{1,30})?$/, 'must be a date like 2026-11-23')),
  library: fields({ name: line(), version: line(), backend: line() }),
  machine: fields({ cpu: line(), gpu: v.exactOptional(line()), threads: count(65536), os: line(), note: v.exactOptional(line(2000)) }),
  data: v.variant('source', [torchData, inlineData], 'must be "torch.manual_seed" or "inline"'),
  outputs: list(fields({ batch, row, bits: base64 }), MAX_ENTRIES),
};

function ranges(index: typeof row, one: string, max: number) {
  const message = `must be a pair [first ${one}, last ${one}]`;
  const pair = v.pipe(v.array(index, message), v.length(2, message));
  // A strict tuple would name the third number, not the pair, as what is wrong.
  return list(pair as unknown as v.GenericSchema<unknown, [from: number, to: number]>, max);
}

const columns = ranges(column, 'output', LIMITS.features);
const order = v.string('must be text in the notation for orders');

/** The shape of format 1, where a kernel sums outputs of one row of a float32 layer. */
export const firstSchema = fields({
  ...common,
  operation: fields({ ...operation, dtype: v.literal('float32', 'must be "float32"') }),
  kernels: list(fields({ batch, row, columns, order }), MAX_ENTRIES),
});

/**
 * The shape of format 2: a kernel sums outputs of many rows, on an adder if its order has groups, and each batch size has a
 * digest, SHA-256 over all its outputs, batch × N little-endian float32, row-major, each NaN as 0x7fc00000. Whether the parts
 * of a file fit together is checked later. Fields that are not named here are ignored, in both formats.
 */
export const recordingSchema = fields({
  ...common,
  operation: fields({ ...operation, dtype: oneOf(RECORDED_DTYPES), output: v.exactOptional(oneOf(RECORDED_OUTPUTS)) }),
  kernels: list(fields({ batch, rows: ranges(row, 'row', LIMITS.batch), columns, order, adder: v.exactOptional(oneOf(ADDER_NAMES)) }), MAX_ENTRIES),
  digests: list(fields({ batch, sha256: v.pipe(v.string('must be text'), v.regex(/^[\da-f]{64}$/, 'must be 64 hexadecimal digits in lower case')) }), LIMITS.batch),
});

/** A file of format 1. */
export type FirstRecordingFile = v.InferOutput<typeof firstSchema>;

/** A file of format 2, without `format` and `version`. */
export type RecordingFile = v.InferOutput<typeof recordingSchema>;

/** The first thing wrong with a value's shape, in one sentence: where, what it must be, what it is. */
export function shapeError(issue: v.BaseIssue<unknown>): ParseError {
  const place = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const subject = place === '' ? 'The file' : place.replace(/^\./, '');
  const value = issue.path?.at(-1)?.value ?? issue.input;
  return { message: value === undefined ? `${subject} is missing.` : `${subject} ${issue.message}, but is ${shown(value)}.` };
}

/** A value from the file, short enough for a sentence. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || typeof value !== 'object') {
    const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 25)) : String(value);
    return typeof value === 'string' && value.length > 25 ? `${text.slice(0, -1)}…"` : text;
  }
  return 'an object';
}
