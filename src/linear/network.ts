import { roundToBfloat16 } from '../numerics/formats';
import { mix32 } from '../orders/hash';
import type { Activation } from './activation';
import { activate } from './activation';
import type { LayerData } from './layer';
import { Mt19937 } from './mt19937';
import { PortableNormal } from './portable-normal';
import { biasBound, drawUniform, weightBound } from './torch-data';

/**
 * A multilayer perceptron whose layers are all as wide as its input: `depth` linear layers, an activation after each
 * but the last. A spec gives the same bits everywhere.
 */
export interface NetworkSpec {
  readonly width: number;
  readonly depth: number;
  readonly activation: Activation;
  /** Each layer but the last adds its input to its output. */
  readonly residual: boolean;
  /**
   * torch: `nn.Linear`'s own initialisation, with biases, and inputs by `torch.rand`. normal: weights of variance g²/width,
   * so that the numbers roughly keep their size through the layers, no biases, normal inputs.
   */
  readonly start: 'torch' | 'normal';
  readonly seed: number;
  /** Format of weights and of numbers between layers. Sums are float32 either way, and so is the last layer. */
  readonly between: 'float32' | 'bfloat16';
}

/** g²: the factor that restores a normal number to variance 1 after the activation; 2 for ReLU (He et al. 2015). */
const GAIN: Readonly<Record<Activation, number>> = { none: 1, relu: 2, gelu: 2.35 };

/** Rounds a number between two layers: to float32, as a library computes it, then to `between` if that is shorter. */
export function roundingBetween({ between }: NetworkSpec): (value: number) => number {
  return between === 'bfloat16' ? (value) => roundToBfloat16(Math.fround(value)) : Math.fround;
}

/** Whether the layers have biases. */
export function hasBias({ start }: NetworkSpec): boolean {
  return start === 'torch';
}

/** Yields the layers, without an input: a single input needs only one layer at a time. */
export function* networkLayers(spec: NetworkSpec): Generator<Pick<LayerData, 'weight' | 'bias'>, void, void> {
  const { width, depth } = spec;
  const generator = new Mt19937(spec.seed);
  const normal = new PortableNormal(generator);
  const scale = Math.sqrt(GAIN[spec.activation] / width);
  const round = roundingBetween(spec);
  for (let layer = 0; layer < depth; layer++) {
    if (spec.start === 'torch') {
      const weight = drawUniform(generator, width * width, weightBound(width), 'fused');
      const bias = drawUniform(generator, width, biasBound(width), 'fused');
      yield { weight: weight.map(round), bias: bias.map(round) };
    } else {
      yield { weight: Float32Array.from({ length: width * width }, () => round(normal.next() * scale)), bias: null };
    }
  }
}

/** An endless sequence of inputs; the first is the same however many are taken. */
export function* networkInputs(spec: NetworkSpec): Generator<Float32Array, never, void> {
  const { width, depth } = spec;
  const torch = spec.start === 'torch';
  const generator = new Mt19937(torch ? spec.seed : mix32(spec.seed));
  // PyTorch has one stream, and the layers were drawn from it first.
  if (torch) for (let i = 0; i < depth * width * (width + 1); i++) generator.nextInt32();
  const normal = new PortableNormal(generator);
  const round = roundingBetween(spec);
  for (;;) yield Float32Array.from({ length: width }, () => round(torch ? generator.nextFloat24() : normal.next()));
}

/**
 * A layer's output to the next: its sums, activated, plus its own input if the network is residual. Each of the three is
 * rounded. (In double, for a reference, nothing is.)
 */
export function handOn<T extends Float32Array | Float64Array>(spec: NetworkSpec, sums: T, input: T): T {
  const round = sums instanceof Float64Array ? (value: number) => value : roundingBetween(spec);
  const next = sums.slice() as T;
  for (let j = 0; j < next.length; j++) {
    const active = round(activate(spec.activation, round(sums[j]!)));
    next[j] = spec.residual ? round(input[j]! + active) : active;
  }
  return next;
}
