import type { AdderName } from '../numerics/group-sizes';
import type { FactorFormat } from '../numerics/formats';
import type { Program } from '../orders/compile';

/** `fround`: Math.fround in JavaScript, the reference. `wasm`: the same programs by WebAssembly SIMD. */
export type EngineName = 'fround' | 'wasm';

/** Consecutive rows of x, and where their outputs go. */
export interface Rows {
  /** Row-major; the first row begins at `xOffset`, each has K values. */
  readonly x: Float32Array;
  readonly xOffset: number;
  readonly rows: number;
  /** N values, or null, which means zeros if the program uses the bias. */
  readonly bias: Float32Array | null;
  /** Receives output j of row r at `outOffset + r·N + j`. */
  readonly out: Float32Array;
  readonly outOffset: number;
}

/** What an engine without adders says to a program with groups: `enginesWithAdders` has engines for those. */
export function noAdders(adder: AdderName): never {
  throw new RangeError(`This engine has no adders, so it can’t add groups on ${adder}.`);
}

/** Inclusive range of strips. */
export type StripRange = readonly [from: number, to: number];

/** A layer's weights packed for an engine, and what the engine does with them. */
export interface PackedWeights {
  readonly engine: EngineName;
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Outputs computed together; the last strip may have fewer. */
  readonly strip: number;
  /** Products per step of work: a few milliseconds, after which an experiment may yield. */
  readonly piece: number;
  /**
   * y[j] = Σ x[k]·W[j][k] (+ b[j]) for each row, in the program's order: each `+` and each product that is not fused is
   * rounded to float32; groups are added as the program's adder does it (`multiTermAdd`), whose factors x and W are. NaN,
   * infinities, −0 and subnormals follow IEEE 754; NaN payloads are unspecified. Error bound: `errorBound` of the order's
   * height.
   *
   * @param strips all if left out; outputs of other strips are not written
   */
  readonly run: (program: Program, rows: Rows, strips?: StripRange) => void;
  /** Σ|x·w| + |b| of each output of one row, in double, summed in sequence; see `absDot`. */
  readonly sizes: (x: Float32Array, xOffset: number, bias: Float32Array | null) => Float64Array;
}

/** One of the two ways to run a program. They differ in speed, but not in a single bit. */
export interface Engine {
  readonly name: EngineName;
  /**
   * Packs a row-major N × K weight; every bit is kept.
   *
   * @param format of the numbers of x and W; only groups depend on it. If left out, a tensor core that gets float32: TF32
   */
  readonly pack: (weight: Float32Array, outFeatures: number, inFeatures: number, format?: FactorFormat) => PackedWeights;
  /** The most that one step of an adder with so many products loses (`stepRoundoff`); only engines with adders know it. */
  readonly roundoff?: (adder: AdderName, count: number) => number;
}
