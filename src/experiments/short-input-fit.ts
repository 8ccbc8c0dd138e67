import type { LayerData } from '../linear/layer';
import { bitsOf, fromBits } from '../numerics/float32';
import { absDot, exactDot } from '../numerics/exact-dot';
import type { ShortFormat } from '../numerics/formats';
import { roundTo } from '../numerics/formats';

/** Inputs in a shorter format that give a result, by x, W and b. */
export interface ShortInputFit {
  readonly format: ShortFormat;
  /** `cut`: the last bits are dropped, as some TF32 units do. */
  readonly rounding: 'nearest' | 'cut';
  readonly inputs: 'x' | 'weight' | 'both';
  /** Root mean square of the result’s distance from the exact sums, relative to Σ|x·w|: of these inputs, and of the inputs as they are. */
  readonly distance: number;
  readonly plainDistance: number;
}

/** Outputs that are looked at, and fewer of long sums. */
const SAMPLE = 64;
/** Products in all of them. */
const MOST_PRODUCTS = 2 ** 15;
/** As it is, a result is at most that far from the exact sums, in u·√K: nothing has to be explained. */
const NEAR = 2;
/** So many times nearer counts as a fit. */
const NEARER = 8;
/** So many times nearer than an earlier fit is a better one: float16 and TF32 keep as many bits of most numbers. */
const CLEARLY = 2;

/**
 * The shorter inputs from which a float32 result is that of their exact sums, to rounding; null where it fits the inputs as they are,
 * or none. What is fitted is the size of the distance, not bits: the adder of a GPU rounds in ways of its own.
 *
 * @param result rows × N
 */
export function shortInputFit(layer: LayerData, result: ArrayLike<number>): ShortInputFit | null {
  const { x, weight, inFeatures: K } = layer;
  const plainDistance = distanceOf(layer, layer, result);
  if (!(plainDistance > NEAR * 2 ** -24 * Math.sqrt(K))) return null;
  let best: ShortInputFit | null = null;
  for (const [format, rounding] of [['tf32', 'nearest'], ['tf32', 'cut'], ['float16', 'nearest'], ['bfloat16', 'nearest']] as const) {
    const shorter = (values: Float32Array): Float32Array => values.map(rounding === 'cut' ? cutToTf32 : (value) => roundTo(format, value));
    for (const inputs of ['both', 'x', 'weight'] as const) {
      const changed = { ...layer, x: inputs === 'weight' ? x : shorter(x), weight: inputs === 'x' ? weight : shorter(weight) };
      const distance = distanceOf(changed, layer, result);
      if (NEARER * distance < plainDistance && (best === null || CLEARLY * distance < best.distance)) best = { format, rounding, inputs, distance, plainDistance };
    }
  }
  return best;
}

function distanceOf({ x, weight }: Pick<LayerData, 'x' | 'weight'>, { x: x0, weight: w0, bias, inFeatures: K, outFeatures: N, rows }: LayerData, result: ArrayLike<number>): number {
  const count = Math.min(SAMPLE, rows * N, Math.max(8, Math.floor(MOST_PRODUCTS / K)));
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const i = Math.floor((at * rows * N) / count);
    const [xOffset, wOffset, b] = [Math.floor(i / N) * K, (i % N) * K, bias?.[i % N] ?? 0];
    const size = absDot(x0, xOffset, w0, wOffset, K, b);
    if (size > 0) sum += ((result[i]! - exactDot(x, xOffset, weight, wOffset, K, b)) / size) ** 2;
  }
  return Math.sqrt(sum / count);
}

function cutToTf32(value: number): number {
  return Number.isFinite(value) ? fromBits(bitsOf(value) & 0xffffe000) : value;
}
