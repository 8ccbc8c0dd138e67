import type { ParseError, Result } from '../../src/lib/result';

/** The layer for a library to compute: `batch` rows of K numbers in, `batch` rows of N out. */
export interface LayerCallShape {
  readonly batch: number;
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  readonly bias: boolean;
}

/**
 * The layer with its weights: y = xWᵀ + b.
 *
 * @param x batch × K
 * @param bias N values; null for a layer without bias
 * @returns batch × N, which the next call may overwrite
 */
export type LayerCall = (x: Float32Array, bias: Float32Array | null) => Promise<Float32Array>;

/** A layer of one shape in a library. */
export interface LibraryLayer {
  /** Gives the layer its weights, N × K; calls with different weights can alternate. */
  readonly withWeight: (weight: Float32Array) => Promise<LayerCall>;
  /** Frees what the layer and its calls hold. */
  readonly close: () => Promise<void>;
}

/** A library, ready to call. */
export interface Library {
  readonly name: string;
  readonly version: string;
  /** What is called in the library, and how: text for people. */
  readonly backend: string;
  readonly open: (shape: LayerCallShape) => LibraryLayer;
}

/** Starts a library with this many threads, or says in a sentence why it can't. */
export type StartLibrary = (threads: number) => Promise<Result<Library, ParseError>>;
