import type { IndexRange } from '../linear/index-ranges';
import { hasIndex, indexCount } from '../linear/index-ranges';
import type { ColumnOrder, KernelPlan } from '../linear/sum-method';
import { planOfOrders } from '../linear/sum-method';
import type { NumberFormat, ResultFormat, UniformVariant } from '../linear/layer';

/** A recording, format 1 or 2, after all checks: orders parsed, base64 decoded, everything consistent. */
export interface Recording {
  /** ISO date */
  readonly recordedOn: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  readonly operation: RecordedOperation;
  readonly data: RecordedData;
  /** One for each batch size, ascending. */
  readonly calls: readonly RecordedCall[];
  /** By batch, then row; each class of rows has at least one. */
  readonly outputs: readonly RecordedOutput[];
}

export interface RecordedLibrary {
  readonly name: string;
  readonly version: string;
  readonly backend: string;
}

export interface RecordedMachine {
  readonly cpu: string;
  readonly gpu?: string;
  readonly threads: number;
  readonly os: string;
  readonly note?: string;
}

/** The formats that the factors of a recorded layer can have; `tf32`: float32, of which tensor cores take TF32. */
export const RECORDED_DTYPES = ['float32', 'tf32', 'bfloat16', 'float16', 'float8_e4m3', 'float8_e5m2'] as const;

/** The formats that its results can have. */
export const RECORDED_OUTPUTS = ['float32', 'bfloat16', 'float16'] as const;

/** A linear layer. */
export interface RecordedOperation {
  readonly dtype: (typeof RECORDED_DTYPES)[number];
  readonly output: (typeof RECORDED_OUTPUTS)[number];
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  readonly bias: boolean;
}

export type RecordedData =
  | { readonly kind: 'torch'; readonly seed: number; readonly rows: number; readonly uniform: UniformVariant }
  | {
      readonly kind: 'inline';
      readonly rows: number;
      readonly x: Float32Array;
      readonly weight: Float32Array;
      readonly bias: Float32Array | null;
    };

/** How the rows of a call with `batch` rows were summed. */
export interface RecordedCall {
  readonly batch: number;
  /** Ascend by their first row; no row is in two. Format 1 knows some rows only, each in a class of its own. */
  readonly classes: readonly RowClass[];
  /**
   * SHA-256 of all outputs of the call, as 64 hexadecimal digits: `batch` × N little-endian float32, row-major, each NaN as
   * 0x7fc00000. Null in format 1.
   */
  readonly digest: string | null;
}

/** Rows of a call whose outputs were summed alike. */
export interface RowClass {
  /** Ascending. */
  readonly rows: readonly IndexRange[];
  /** One part for each order, in the file's order; together they cover 0 … N−1 once. */
  readonly plan: readonly RecordedKernel[];
}

/** Equal texts share one Order. */
export interface RecordedKernel extends ColumnOrder {
  /** As it stands in the file, with the adder of its groups behind an @. */
  readonly orderText: string;
}

/** What the library returned for one row of a call: N float32 values. */
export interface RecordedOutput {
  readonly batch: number;
  readonly row: number;
  readonly values: Float32Array;
}

/** The formats in which a recorded layer is computed: those of its numbers, and of its results. */
export function layerFormats({ dtype, output }: Pick<RecordedOperation, 'dtype' | 'output'>): { readonly format: NumberFormat; readonly output: ResultFormat } {
  // The adders cut float32 to TF32 themselves.
  return { format: dtype === 'tf32' ? 'float32' : dtype, output: output === 'float32' ? null : output };
}

/** Whether factors, sums and results of a recorded layer are all float32. No tensor core adds up such a layer: of float32, it takes TF32. */
export function isFloat32({ dtype, output }: Pick<RecordedOperation, 'dtype' | 'output'>): boolean {
  return dtype === 'float32' && output === 'float32';
}

/** The class of a row; undefined if the recording does not know the row. */
export function classOf({ classes }: RecordedCall, row: number): RowClass | undefined {
  return classes.find(({ rows }) => hasIndex(rows, row));
}

/** The first row that the recording knows: row 0 of a call that is known whole. */
export function firstRow({ classes }: RecordedCall): number {
  return classes[0]?.rows[0]?.[0] ?? 0;
}

/** How many rows of the call the recording knows. */
export function knownRows({ classes }: RecordedCall): number {
  return classes.reduce((known, { rows }) => known + indexCount(rows), 0);
}

/** Whether the recording says how every row was summed; format 1 does so of calls with one row. */
export function knowsAllRows(call: RecordedCall): boolean {
  return knownRows(call) === call.batch;
}

const plans = new WeakMap<readonly RecordedKernel[], KernelPlan>();

/** The plan of a class of rows. The same array always gives the same plan, so that rows summed alike can be run together. */
export function planOf(kernels: readonly RecordedKernel[]): KernelPlan {
  const known = plans.get(kernels) ?? planOfOrders(kernels);
  plans.set(kernels, known);
  return known;
}
