import type { Engine } from '../linear/engine';
import type { DataSource, LayerData, NumberFormat, ResultFormat } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import type { PreparedLayer } from '../linear/run-plan';
import { prepareLayer } from '../linear/run-plan';

/** Numbers that came with a recording instead of a seed. */
export interface InlineSource {
  readonly kind: 'inline';
  /** Two sources with the same id hold the same bits, so that it can serve as a cache key. */
  readonly id: string;
  /** rows × K, at least as many rows as the spec asks for */
  readonly x: Float32Array;
  /** N × K */
  readonly weight: Float32Array;
  readonly bias: Float32Array | null;
}

/** A layer and the format that it is computed in, small enough to send to the worker. */
export interface LayerSpec {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Rows of x. */
  readonly rows: number;
  readonly bias: boolean;
  readonly source: DataSource | InlineSource;
  readonly format: NumberFormat;
  /** Null if left out. */
  readonly output?: ResultFormat;
}

/** Makes a spec's layer, packed for an engine. Costs about K·N draws. */
export function prepareSpec(spec: LayerSpec, engine: Engine): PreparedLayer {
  return prepareLayer(dataOf(spec), spec.format, engine, spec.output);
}

function dataOf(spec: LayerSpec): LayerData {
  const { source, inFeatures, outFeatures, rows } = spec;
  if (source.kind !== 'inline') return makeLayer(source, spec);
  return {
    inFeatures,
    outFeatures,
    rows,
    x: source.x.slice(0, rows * inFeatures),
    weight: source.weight,
    bias: spec.bias ? source.bias : null,
  };
}
