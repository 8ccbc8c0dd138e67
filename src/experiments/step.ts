import type { ParseError } from '../lib/result';

/** What an experiment yields. */
export type Step<T> =
  /** A piece of the result. The buffers in `transfer` then belong to the receiver. */
  | { readonly kind: 'partial'; readonly value: T; readonly transfer: readonly ArrayBuffer[] }
  /** Nothing to show yet; `done` of `total` products (or other units of equal cost) are finished. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number };

/**
 * An experiment: a pure generator without a clock. Its runner decides how many steps fit in a time slice, and cancels it
 * by not asking for more. It returns null, or the reason why it can't be done.
 */
export type Experiment<T> = Generator<Step<T>, ParseError | null, void>;

/** A piece of the result; every typed array in it is transferred. */
export function partial<T>(value: T, arrays: readonly (Float32Array | Float64Array)[]): Step<T> {
  return { kind: 'partial', value, transfer: [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))] };
}

export function progress<T>(done: number, total: number): Step<T> {
  return { kind: 'progress', done, total };
}

/** Runs an experiment to its end without pausing, for tests and scripts. */
export function runToEnd<T>(experiment: Experiment<T>): { readonly values: T[]; readonly problem: ParseError | null } {
  const values: T[] = [];
  for (;;) {
    const next = experiment.next();
    if (next.done === true) return { values, problem: next.value };
    if (next.value.kind === 'partial') values.push(next.value.value);
  }
}
