import type { LayerData } from '../linear/layer';
import { roundLayer } from '../linear/round-layer';
import { Mt19937 } from '../linear/mt19937';
import { roundToBfloat16, roundToFloat16, roundToTf32 } from '../numerics/formats';
import { bitsOf, fromBits } from '../numerics/float32';
import type { Order } from '../orders/order';
import { resultOf } from './judge-data.fixture';

/** Computes a layer's outputs (row 0) with a bug, otherwise in the given order. */
type Bug = (layer: LayerData, order: Order) => Float32Array;

/** Wrong inputs, correct sums. */
function changed(change: (layer: LayerData, copy: { x: Float32Array; weight: Float32Array; bias: Float32Array | null }) => void): Bug {
  return (layer, order) => {
    const copy = { x: layer.x.slice(), weight: layer.weight.slice(), bias: layer.bias && layer.bias.slice() };
    change(layer, copy);
    return resultOf({ ...layer, ...copy }, order);
  };
}

function each(values: Float32Array, change: (value: number, i: number) => number): void {
  for (let i = 0; i < values.length; i++) values[i] = change(values[i]!, i);
}

/** Truncates the last 13 bits, as some TF32 units do. */
function cutToTf32(value: number): number {
  return fromBits(bitsOf(value) & 0xffffe000);
}

function at(K: number): number {
  return Math.floor(K / 3);
}

function swap(values: Float32Array, i: number, j: number): void {
  [values[i], values[j]] = [values[j]!, values[i]!];
}

/** Sequential sums in a short type. */
function accumulatedIn(round: (value: number) => number, block: number): Bug {
  return ({ inFeatures: K, outFeatures: N, x, weight, bias }) =>
    Float32Array.from({ length: N }, (_, j) => {
      let sum = 0;
      for (let from = 0; from < K; from += block) {
        let part = 0;
        for (let k = from; k < Math.min(K, from + block); k++) part = Math.fround(part + Math.fround(x[k]! * weight[j * K + k]!));
        sum = round(sum + round(part));
      }
      return Math.fround(sum + (bias?.[j] ?? 0));
    });
}

function results(change: (value: number, j: number, all: Float32Array) => number): Bug {
  return (layer, order) => {
    const right = resultOf(layer, order);
    return right.map((value, j) => change(value, j, right));
  };
}

/** 44 kinds of bugs. */
export const BUGS: Readonly<Record<string, Bug>> = {
  'one product dropped, at one output': changed(({ inFeatures: K }, { weight }) => void (weight[at(K)] = 0)),
  'one product dropped everywhere': changed(({ inFeatures: K }, { x }) => void (x[at(K)] = 0)),
  'last product dropped': changed(({ inFeatures: K }, { x }) => void (x[K - 1] = 0)),
  'first product twice': changed((_, { x }) => void (x[0] = 2 * x[0]!)),
  'one product’s sign lost': changed(({ inFeatures: K }, { x }) => void (x[at(K)] = -x[at(K)]!)),
  'two inputs exchanged': changed(({ inFeatures: K }, { x }) => swap(x, 0, at(K) || K - 1)),
  'two weights of a row exchanged': changed(({ inFeatures: K }, { weight }) => swap(weight, 0, at(K) || K - 1)),
  'inputs shifted by one': changed(({ x, inFeatures: K }, copy) => each(copy.x, (_, k) => x[(k + 1) % K]!)),
  'one input in bfloat16': changed(({ inFeatures: K }, { x }) => void (x[at(K)] = roundToBfloat16(x[at(K)]!))),
  'inputs in bfloat16': changed((_, { x }) => each(x, roundToBfloat16)),
  'weights in bfloat16': changed((_, { weight }) => each(weight, roundToBfloat16)),
  'all in bfloat16': (layer, order) => resultOf(roundLayer(layer, 'bfloat16'), order),
  'inputs in float16': changed((_, { x }) => each(x, roundToFloat16)),
  'weights in float16': changed((_, { weight }) => each(weight, roundToFloat16)),
  'all in float16': (layer, order) => resultOf(roundLayer(layer, 'float16'), order),
  'x and W in TF32': changed((_, { x, weight }) => (each(x, roundToTf32), each(weight, roundToTf32))),
  'inputs in TF32': changed((_, { x }) => each(x, roundToTf32)),
  'x and W cut to TF32': changed((_, { x, weight }) => (each(x, cutToTf32), each(weight, cutToTf32))),
  'bias in float16': changed((_, { bias }) => bias && each(bias, roundToFloat16)),
  'bias in bfloat16': changed((_, { bias }) => bias && each(bias, roundToBfloat16)),
  'bias left out': changed((_, { bias }) => bias && bias.fill(0)),
  'bias twice': changed((_, { bias }) => bias && each(bias, (b) => 2 * b)),
  'bias shifted by one': changed(({ bias, outFeatures: N }, copy) => copy.bias && each(copy.bias, (_, j) => bias![(j + 1) % N]!)),
  'one weight stale': changed(({ inFeatures: K }, { weight }) => void (weight[at(K)] = weight[at(K)]! * 1.01)),
  'one row of weights stale': changed(({ inFeatures: K }, { weight }) => each(weight.subarray(0, K), (w) => w * 1.001)),
  'weights one step of training old': changed((_, { weight }) => {
    const generator = new Mt19937(9);
    each(weight, (w) => w + 1e-4 * (2 * generator.nextFloat24() - 1));
  }),
  'weight read with the wrong stride': changed(({ weight }, copy) => each(copy.weight, (_, i) => weight[(i + Math.floor(i / 7)) % weight.length]!)),
  'weight transposed': changed(({ weight, inFeatures: K, outFeatures: N }, copy) => each(copy.weight, (_, i) => weight[(i % K) * N + Math.floor(i / K)]!)),
  'another row of W': changed(({ weight, inFeatures: K }, copy) => copy.weight.set(weight.subarray(K, 2 * K))),
  'two outputs exchanged': results((value, j, all) => (j < 2 ? all[1 - j]! : value)),
  'outputs shifted by one': results((_, j, all) => all[(j + 1) % all.length]!),
  'rest of a block of 16 left out': changed(({ inFeatures: K }, { x }) => x.fill(0, K - (K % 16 || 16))),
  'a lane of 8 left out': changed(({ inFeatures: K }, { x }) => each(x, (value, k) => (k % 8 === 3 % K ? 0 : value))),
  'last quarter added twice': changed(({ inFeatures: K }, { x }) => each(x, (value, k) => (k >= K - Math.ceil(K / 4) ? 2 * value : value))),
  'sums in float16': accumulatedIn(roundToFloat16, 1),
  'sums in bfloat16': accumulatedIn(roundToBfloat16, 1),
  'partial sums of 64 kept in bfloat16': accumulatedIn(roundToBfloat16, 64),
  'result in float16': results(roundToFloat16),
  'result in bfloat16': results(roundToBfloat16),
  'dropout left on': changed(({ inFeatures: K }, { x }) => {
    const generator = new Mt19937(4);
    each(x, (value) => (generator.nextFloat24() < Math.max(0.1, 1 / K) ? 0 : value / 0.9));
  }),
  'scaled by 1 + 2⁻¹²': results((value) => value * (1 + 2 ** -12)),
  'ε of a norm 10⁻⁵ instead of 10⁻⁶': changed((_, { x }) => each(x, (value) => value * (1 - 4.5e-6))),
  'weights in eight bits': changed((_, { weight }) => {
    const most = weight.reduce((largest, w) => Math.max(largest, Math.abs(w)), 0);
    each(weight, (w) => (Math.round((w / most) * 127) / 127) * most);
  }),
  'one weight’s last bits lost': changed(({ inFeatures: K }, { weight }) => void (weight[at(K)] = roundToTf32(weight[at(K)]!))),
};
