import type { Program } from '../orders/compile';

/** `fround`: Math.fround in JavaScript, the reference. `wasm`: the same programs by WebAssembly SIMD. */
export type EngineName = 'fround' | 'wasm';

/** Some rows of x, one after the other, and where their outputs go. */
export interface Rows {
  /** Row-major; the first row begins at `xOffset`, each has K values. */
  readonly x: Float32Array;
  readonly xOffset: number;
  readonly rows: number;
  /** N values, or null, which counts as zeros should the program name the bias. */
  readonly bias: Float32Array | null;
  /** Receives output j of row r at `outOffset + r·N + j`. */
  readonly out: Float32Array;
  readonly outOffset: number;
}

/** Inclusive range of strips. */
export type StripRange = readonly [from: number, to: number];

/** The weights of a layer as an engine wants them, and the engine at work on them. */
export interface PackedWeights {
  readonly engine: EngineName;
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Outputs that an engine runs together; the last strip may have fewer. */
  readonly strip: number;
  /** Products of a step of work: a few milliseconds, after which an experiment may yield. */
  readonly piece: number;
  /**
   * y[j] = Σ x[k]·W[j][k] (+ b[j]) for each row, in the order that the program says: each `+` and each product that is
   * not fused rounded to float32. NaN, infinities, −0 and subnormals behave as IEEE 754 says; the payload of a NaN is
   * nobody's promise. Error bound: `errorBound` of the order's height.
   *
   * @param strips all of them where left out; outputs of other strips are left as they are
   */
  readonly run: (program: Program, rows: Rows, strips?: StripRange) => void;
  /** Σ|x·w| + |b| of each output of one row, in double, one product after the other; see `absDot`. */
  readonly sizes: (x: Float32Array, xOffset: number, bias: Float32Array | null) => Float64Array;
}

/** One of the two ways to run a program. They differ in speed, and in no bit. */
export interface Engine {
  readonly name: EngineName;
  /** Packs a row-major N × K weight; every bit is kept. */
  readonly pack: (weight: Float32Array, outFeatures: number, inFeatures: number) => PackedWeights;
}
