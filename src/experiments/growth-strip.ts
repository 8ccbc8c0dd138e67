import type { DataSource, LayerData } from '../linear/layer';
import { factorsOf } from '../linear/number-formats';
import { makeLayer } from '../linear/make-layer';
import type { Engine, PackedWeights } from '../linear/engine';
import { noAdders } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import { otherSum } from '../linear/other-sums';
import type { OtherSum } from '../linear/sum-method';
import { exactDot } from '../numerics/exact-dot';
import type { FactorFormat } from '../numerics/formats';
import type { Program } from '../orders/compile';
import { programOf } from '../orders/compile';
import { height } from '../orders/height';
import type { MethodSpec } from './method-spec';
import { resolveMethod } from './resolve-method';

/** Data that can be generated for any K; each strip brings its seed. */
export type StripSource =
  | { readonly kind: 'uniform' | 'normal' | 'positive' }
  | { readonly kind: 'cancelling'; readonly condition: number };

/** A method of growth curves, for any K. */
export interface GrowthMethod {
  readonly id: string;
  readonly method: MethodSpec;
  /** The format that x and w are rounded to before they are multiplied; float32 if left out. */
  readonly inputs?: FactorFormat;
  /** The format as which an adder takes them, if it is another that has them, too. */
  readonly factors?: FactorFormat;
}

/** A method, prepared for one K. */
export interface StripMethod {
  readonly id: string;
  readonly inputs: Inputs;
  /** The format of an adder's factors, to which the inputs belong as well. */
  readonly factors: FactorFormat;
  readonly run: { readonly kind: 'tree'; readonly program: Program; readonly height: number } | { readonly kind: 'other'; readonly name: OtherSum };
}

type Inputs = FactorFormat | 'float32';

/** Rounds the numbers of a layer to a format. */
type Round = (layer: LayerData, format: Inputs) => LayerData;

/**
 * Compiles the methods that fit K once for all trials. Yields after each: a tree of 2²⁰ products takes a while.
 *
 * @param engine one with adders if methods have any
 */
export function* stripMethods(specs: readonly GrowthMethod[], K: number, { roundoff = noAdders }: Engine = FROUND): Generator<void, StripMethod[], void> {
  const methods: StripMethod[] = [];
  for (const { id, method, inputs = 'float32', factors = factorsOf(inputs) } of specs) {
    const found = resolveMethod(method, K, false, factors);
    if (!found.ok) continue;
    if (found.value.kind === 'other') methods.push({ id, inputs, factors, run: found.value });
    else {
      const { order } = found.value;
      const { adder } = order;
      methods.push({ id, inputs, factors, run: { kind: 'tree', program: programOf(order), height: height(order, adder && ((count) => roundoff(adder, count))) } });
    }
    yield;
  }
  return methods;
}

export interface StripResult {
  /** Σ|x·w| / |Σx·w| of each dot product, of the first method's inputs. */
  readonly conditions: Float64Array;
  /** By method, then dot product: (computed − exact) / Σ|x·w|, of its own inputs; below 0 if the sum is smaller in size than it should be. */
  readonly errors: readonly Float64Array[];
}

/** Dot products per strip: as many as either engine runs at little more than the cost of one. */
export const TRIALS_PER_STRIP = 16;

/** The numbers of a strip, rounded to one format: what to measure its sums against. */
interface StripInputs {
  readonly x: Float32Array;
  readonly exact: Float64Array;
  readonly absSum: Float64Array;
  /** By the format of the factors. */
  readonly packed: ReadonlyMap<FactorFormat, PackedWeights>;
}

/** A strip before its trees run. */
interface Begun {
  readonly inputs: ReadonlyMap<Inputs, StripInputs>;
  /** By method, then dot product: of the sums that are not trees. */
  readonly values: readonly Float32Array[];
}

/**
 * Up to TRIALS_PER_STRIP dot products with the same x, each computed by every method. At K = 2²⁰ its numbers take 68 MB for
 * each format of inputs, plus a second copy of the weights during packing. Yields between its parts, so that it can be cancelled.
 *
 * @param round `roundLayer`, where methods have inputs of other formats; what computes in the page has none and does not load it
 */
export function* growthStrip(
  source: StripSource,
  methods: readonly StripMethod[],
  K: number,
  outputs: number,
  seed: number,
  engine: Engine = FROUND,
  round: Round = (layer) => layer,
): Generator<void, StripResult, void> {
  const { inputs, values } = yield* beginStrip(source, methods, K, outputs, seed, engine, round);
  for (const [index, method] of methods.entries()) {
    const { x, packed } = inputs.get(method.inputs)!;
    if (method.run.kind === 'tree') packed.get(method.factors)!.run(method.run.program, { x, xOffset: 0, rows: 1, bias: null, out: values[index]!, outOffset: 0 });
    yield;
  }
  const [first] = inputs.values();
  return {
    conditions: first === undefined ? new Float64Array(outputs) : first.exact.map((sum, j) => first.absSum[j]! / Math.abs(sum)),
    errors: methods.map((method, index) => {
      const { exact, absSum } = inputs.get(method.inputs)!;
      return exact.map((sum, j) => (absSum[j] === 0 ? 0 : ((values[index]![j]! - sum) * (sum < 0 ? -1 : 1)) / absSum[j]!));
    }),
  };
}

/** The part that needs the weights row by row; separate, so that they can be freed before the trees run. */
function* beginStrip(source: StripSource, methods: readonly StripMethod[], K: number, outputs: number, seed: number, engine: Engine, round: Round): Generator<void, Begun, void> {
  const layer = makeLayer(dataSource(source, seed), { inFeatures: K, outFeatures: outputs, rows: 1, bias: false });
  const values = methods.map(() => new Float32Array(outputs));
  const inputs = new Map<Inputs, StripInputs>();
  yield;
  for (const format of new Set(methods.map((method) => method.inputs))) {
    const rounded = round(layer, format);
    yield;
    const own = methods.flatMap((method, index) => (method.inputs === format ? [{ ...method, values: values[index]! }] : []));
    inputs.set(format, yield* stripInputs(rounded, own.map(({ factors }) => factors), engine));
    for (const { run, values } of own) {
      if (run.kind !== 'other') continue;
      for (let j = 0; j < outputs; j++) {
        values[j] = otherSum(run.name, rounded.x, 0, rounded.weight, j * K, K, null);
        yield;
      }
    }
  }
  return { inputs, values };
}

function* stripInputs({ x, weight, inFeatures: K, outFeatures }: LayerData, factors: readonly FactorFormat[], engine: Engine): Generator<void, StripInputs, void> {
  const packed = new Map<FactorFormat, PackedWeights>();
  for (const format of new Set(factors)) {
    packed.set(format, engine.pack(weight, outFeatures, K, format));
    yield;
  }
  const exact = new Float64Array(outFeatures);
  for (let j = 0; j < outFeatures; j++) {
    exact[j] = exactDot(x, 0, weight, j * K, K, 0);
    yield;
  }
  const [any] = packed.values();
  return { x, exact, absSum: any!.sizes(x, 0, null), packed };
}

function dataSource(source: StripSource, seed: number): DataSource {
  return source.kind === 'cancelling' ? { ...source, seed } : { kind: source.kind, seed };
}
