import type { Dtype } from '../numerics/dtypes';
import type { LayerData } from '../linear/layer';
import { transposed } from '../linear/transposed';
import { plural } from '../lib/words';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { Alignment } from './align-places';
import { alignPlaces } from './align-places';
import type { PastedArray } from './pasted-array';
import { recovered } from './printed-digits';

/** Two results of the same computation, element by element, as numbers of their type. */
export interface ComparedPair {
  readonly dtype: Dtype;
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  /** How far |actual − expected| may be from the true difference, since the printouts are rounded; 0 if they show enough digits. */
  readonly slack: Float64Array;
  /** Set if not all numbers are compared, since a printout was shortened or one has more rows. */
  readonly part?: NonNullable<Alignment['part']>;
}

/** @param dtype the reader's choice; null for the printouts' own type, or float32 if they state none */
export function comparePasted(first: PastedArray, second: PastedArray, dtype: Dtype | null): Result<ComparedPair, ParseError> {
  const aligned = alignPlaces(first, second);
  if (!aligned.ok) return aligned;
  const { places, part } = aligned.value;
  const type = dtype ?? dtypeOf(first, second);
  // Each side keeps the type that it names: a float32 reference is not rounded to the float16 that it is compared with.
  const [a, b] = [first, second].map((side, which) => {
    const shown = places === null ? side.values : Float64Array.from(places[which]!, (place) => side.values[place]!);
    return Array.from(shown, (value) => recovered(dtype ?? side.dtype ?? type, side.digits, value));
  }) as [Recovered[], Recovered[]];
  const pair = {
    dtype: type,
    actual: Float64Array.from(a, ({ value }) => value),
    expected: Float64Array.from(b, ({ value }) => value),
    slack: Float64Array.from(a, ({ slack }, i) => slack + b[i]!.slack),
  };
  return ok(part === null ? pair : { ...pair, part });
}

type Recovered = ReturnType<typeof recovered>;

/** The type of two printed results; the narrower one if they differ, since it determines the difference. */
export function dtypeOf(first: PastedArray, second: PastedArray): Dtype {
  const named = [first.dtype, second.dtype];
  return (['bfloat16', 'float16', 'float32', 'float64'] as const).find((type) => named.includes(type)) ?? 'float32';
}

/**
 * x (K, or rows × K), W (N × K as in PyTorch, K × N if only that fits, K for one output) and, if given, b (N) as the layer
 * behind `outputs` results, rounded to float32.
 */
export function pastedLayer(x: PastedArray, weight: PastedArray, bias: PastedArray | undefined, outputs: number): Result<LayerData, ParseError> {
  const K = x.shape?.at(-1) ?? x.values.length;
  const rows = x.values.length / K;
  const N = weight.values.length / K;
  if (!Number.isInteger(N)) return fail({ message: `x has ${K} numbers in a row, and W has ${weight.values.length}, which is not a multiple of it.` });
  if (rows * N !== outputs) return fail({ message: `${rows === 1 ? 'x' : `${rows} rows of x`} and ${N} rows of W make ${rows * N} outputs; ${outputs} were given.` });
  if (bias !== undefined && bias.values.length !== N) return fail({ message: `W has ${plural(N, 'row')}, so b has as many numbers; ${bias.values.length} were given.` });
  const isTransposed = weight.shape?.length === 2 && weight.shape[0] === K && weight.shape[1] === N && N !== K;
  const W = Float32Array.from(weight.values);
  return ok({ inFeatures: K, outFeatures: N, rows, x: Float32Array.from(x.values), weight: isTransposed ? transposed(W, K, N) : W, bias: bias === undefined ? null : Float32Array.from(bias.values) });
}
