import type { DataSource } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import type { Engine, PackedWeights } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import { otherSum } from '../linear/other-sums';
import type { OtherSum } from '../linear/sum-method';
import { exactDot } from '../numerics/exact-dot';
import type { Program } from '../orders/compile';
import { programOf } from '../orders/compile';
import { height } from '../orders/height';
import type { MethodSpec } from './method-spec';
import { resolveMethod } from './method-spec';

/** Data that can be generated for any K; each strip brings its seed. */
export type StripSource =
  | { readonly kind: 'uniform' | 'normal' | 'positive' }
  | { readonly kind: 'cancelling'; readonly condition: number };

/** A method, prepared for one K. */
export interface StripMethod {
  readonly id: string;
  readonly run: { readonly kind: 'tree'; readonly program: Program; readonly height: number } | { readonly kind: 'other'; readonly name: OtherSum };
}

/** Compiles the methods that fit K once for all trials. Yields after each: a tree of 2²⁰ products takes a while. */
export function* stripMethods(specs: readonly { readonly id: string; readonly method: MethodSpec }[], K: number): Generator<void, StripMethod[], void> {
  const methods: StripMethod[] = [];
  for (const { id, method } of specs) {
    const found = resolveMethod(method, K, false);
    if (!found.ok) continue;
    if (found.value.kind === 'other') methods.push({ id, run: found.value });
    else methods.push({ id, run: { kind: 'tree', program: programOf(found.value.order), height: height(found.value.order) } });
    yield;
  }
  return methods;
}

export interface StripResult {
  /** Σ|x·w| / |Σx·w| of each dot product. */
  readonly conditions: Float64Array;
  /** By method, then dot product: |computed − exact| / Σ|x·w|. */
  readonly errors: readonly Float64Array[];
}

/** Dot products per strip: as many as either engine runs at little more than the cost of one. */
export const TRIALS_PER_STRIP = 16;

/** A strip before its trees run: what to measure them against, and the sums that are not trees. */
interface Begun {
  readonly x: Float32Array;
  readonly packed: PackedWeights;
  readonly exact: Float64Array;
  readonly absSum: Float64Array;
  /** By method, then dot product. */
  readonly values: readonly Float32Array[];
}

/**
 * Up to TRIALS_PER_STRIP dot products with the same x, each computed by every method. At K = 2²⁰ its numbers take 68 MB,
 * plus a second copy of the weights during packing. Yields between its parts, so that it can be cancelled.
 */
export function* growthStrip(
  source: StripSource,
  methods: readonly StripMethod[],
  K: number,
  outputs: number,
  seed: number,
  engine: Engine = FROUND,
): Generator<void, StripResult, void> {
  const { x, packed, exact, absSum, values } = yield* beginStrip(source, methods, K, outputs, seed, engine);
  for (const [index, { run }] of methods.entries()) {
    if (run.kind === 'tree') packed.run(run.program, { x, xOffset: 0, rows: 1, bias: null, out: values[index]!, outOffset: 0 });
    yield;
  }
  return {
    conditions: exact.map((sum, j) => absSum[j]! / Math.abs(sum)),
    errors: values.map((sums) => exact.map((sum, j) => (absSum[j] === 0 ? 0 : Math.abs(sums[j]! - sum) / absSum[j]!))),
  };
}

/** The part that needs the weights row by row; separate, so that they can be freed before the trees run. */
function* beginStrip(source: StripSource, methods: readonly StripMethod[], K: number, outputs: number, seed: number, engine: Engine): Generator<void, Begun, void> {
  const { x, weight } = makeLayer(dataSource(source, seed), { inFeatures: K, outFeatures: outputs, rows: 1, bias: false });
  yield;
  const packed = engine.pack(weight, outputs, K);
  yield;
  const exact = new Float64Array(outputs);
  for (let j = 0; j < outputs; j++) {
    exact[j] = exactDot(x, 0, weight, j * K, K, 0);
    yield;
  }
  const values = methods.map(() => new Float32Array(outputs));
  for (const [index, { run }] of methods.entries()) {
    if (run.kind !== 'other') continue;
    for (let j = 0; j < outputs; j++) {
      values[index]![j] = otherSum(run.name, x, 0, weight, j * K, K, null);
      yield;
    }
  }
  return { x, packed, exact, absSum: packed.sizes(x, 0, null), values };
}

function dataSource(source: StripSource, seed: number): DataSource {
  return source.kind === 'cancelling' ? { ...source, seed } : { kind: source.kind, seed };
}
