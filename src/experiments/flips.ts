import type { NetworkSpec } from '../linear/network';
import { handOn, roundingBetween, networkInputs, networkLayers } from '../linear/network';
import type { PreparedLayer } from '../linear/run-plan';
import type { KernelPlan } from '../linear/sum-method';
import type { NetworkOrders, NetworkPairSpec, NetworkPlans } from './network-plans';
import { layerSums, networkPlans, prepareNetworkLayer } from './network-plans';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** Many inputs through one network, each alone and in a larger call: for which does the argmax change? */
export interface FlipsSpec extends NetworkPairSpec {
  /** Drawn at random: only these count for the rate. */
  readonly inputs: number;
  /** Found between two random ones, where the argmax changes: these show what a small gap does. */
  readonly sought: number;
}

/**
 * Some inputs, one value each. The winner is the argmax of the run alone, the first of equals. Its lead is its output
 * minus the largest other one, relative to the root mean square of the outputs of the run alone.
 */
export interface FlipsChunk {
  readonly sought: boolean;
  /** The winner's lead in the run alone: the gap between the top two. */
  readonly gap: Float64Array;
  /** The same winner's lead in the larger call; below 0 if another output has overtaken it. */
  readonly lead: Float64Array;
  /** 1 if the argmax changed, else 0. */
  readonly flipped: Float32Array;
}

export type FlipsPartial = { readonly kind: 'orders'; readonly orders: NetworkOrders } | { readonly kind: 'chunk'; readonly chunk: FlipsChunk };

const CHUNK = 50;

/** At most this many bisections between two inputs: after these they are neighbours in float32. */
const MOST_HALVINGS = 26;

/** Random inputs to try for another winner before taking the pair as it is. */
const TRIES = 8;

export function* flips(spec: FlipsSpec, { engine }: ExperimentContext = newExperimentContext()): Experiment<FlipsPartial> {
  const plans = networkPlans(spec);
  if (!plans.ok) return plans.error;
  yield partial({ kind: 'orders', orders: plans.value.orders }, []);
  const { network, inputs, sought } = spec;
  const layers: PreparedLayer[] = [];
  for (const numbers of networkLayers(network)) {
    layers.push(prepareNetworkLayer(engine, network.width, numbers));
    yield progress(0, inputs + sought);
  }
  const machine: Machine = { network, layers, plans: plans.value, source: networkInputs(network), told: { done: 0, total: inputs + sought } };
  for (let from = 0; from < inputs + sought; ) {
    const seeking = from >= inputs;
    const size = Math.min(CHUNK, (seeking ? inputs + sought : inputs) - from);
    const chunk: FlipsChunk = { sought: seeking, gap: new Float64Array(size), lead: new Float64Array(size), flipped: new Float32Array(size) };
    for (let i = 0; i < size; i++) {
      // Cycle through the numbers of bisections, so that gaps of every size appear from the beginning.
      const input = seeking ? yield* seek(machine, ((from + i - inputs) * 7) % (MOST_HALVINGS + 1)) : machine.source.next().value;
      const alone = yield* forward(machine, plans.value.alone, input);
      compare(alone, yield* forward(machine, plans.value.together, input), chunk, i);
      machine.told.done++;
    }
    from += size;
    yield partial({ kind: 'chunk', chunk }, [chunk.gap, chunk.lead, chunk.flipped]);
  }
  return null;
}

interface Machine {
  readonly network: NetworkSpec;
  readonly layers: readonly PreparedLayer[];
  readonly plans: NetworkPlans;
  readonly source: Generator<Float32Array, never, void>;
  /** Progress of the experiment. */
  readonly told: { done: number; readonly total: number };
}

/** The last layer's outputs; yields after each layer. */
function* forward({ network, layers, told }: Machine, plan: KernelPlan, input: Float32Array): Generator<ReturnType<typeof progress<FlipsPartial>>, Float32Array, void> {
  let state = input;
  for (const [at, layer] of layers.entries()) {
    const sums = layerSums(plan, layer, state);
    if (at === layers.length - 1) return sums;
    state = handOn(network, sums, state);
    yield progress(told.done, told.total);
  }
  return state;
}

/** Finds, by bisection between two random inputs, an input near where another output becomes the largest. */
function* seek(machine: Machine, halvings: number): Generator<ReturnType<typeof progress<FlipsPartial>>, Float32Array, void> {
  const { source, plans, network } = machine;
  const round = roundingBetween(network);
  let near = source.next().value;
  const winner = largest(yield* forward(machine, plans.alone, near));
  let far = source.next().value;
  for (let tried = 1; tried < TRIES && largest(yield* forward(machine, plans.alone, far)) === winner; tried++) far = source.next().value;
  for (let i = 0; i < halvings; i++) {
    const middle = near.map((value, k) => round((value + far[k]!) / 2));
    if (largest(yield* forward(machine, plans.alone, middle)) === winner) near = middle;
    else far = middle;
  }
  return near;
}

function compare(alone: Float32Array, together: Float32Array, { gap, lead, flipped }: FlipsChunk, at: number): void {
  const winner = largest(alone);
  const scale = Math.sqrt(alone.reduce((sum, value) => sum + value * value, 0) / alone.length);
  gap[at] = leadOf(winner, alone) / scale;
  lead[at] = leadOf(winner, together) / scale;
  flipped[at] = largest(together) === winner ? 0 : 1;
}

/** Argmax, the first of equals. */
function largest(values: Float32Array): number {
  let place = 0;
  for (let j = 1; j < values.length; j++) if (values[j]! > values[place]!) place = j;
  return place;
}

/** The difference of two float32 in double, so that no rounding hides a gap. */
function leadOf(winner: number, values: Float32Array): number {
  let second = -Infinity;
  for (let j = 0; j < values.length; j++) if (j !== winner) second = Math.max(second, values[j]!);
  return values[winner]! - second;
}
