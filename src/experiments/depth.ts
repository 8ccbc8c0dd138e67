import type { LayerData } from '../linear/layer';
import { dot64 } from '../numerics/dot64';
import { handOn, networkInputs, networkLayers } from '../linear/network';
import type { NetworkOrders, NetworkPairSpec } from './network-plans';
import { layerSums, networkPlans, prepareNetworkLayer } from './network-plans';
import { ascending, median, quantile } from './quantile';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** One row through one network twice: alone, and in a larger call. */
export type DepthSpec = NetworkPairSpec;

/**
 * One layer's sums, before its activation, in both runs. Magnitudes are relative to the root mean square of the layer's
 * sums in the run alone, over all outputs; outputs that agree count as 0.
 */
export interface DepthLayer {
  /** From 1. */
  readonly layer: number;
  readonly differing: number;
  readonly of: number;
  readonly median: number;
  readonly max: number;
  /** Median distance of the run alone from the same network in float64, without rounding between layers. */
  readonly error: number;
}

export type DepthPartial =
  | { readonly kind: 'orders'; readonly orders: NetworkOrders }
  | { readonly kind: 'layer'; readonly layer: DepthLayer };

/** Runs layer by layer, so that only one layer's weights are in memory. */
export function* depth(spec: DepthSpec, { engine }: ExperimentContext = newExperimentContext()): Experiment<DepthPartial> {
  const plans = networkPlans(spec);
  if (!plans.ok) return plans.error;
  yield partial({ kind: 'orders', orders: plans.value.orders }, []);
  const { network } = spec;
  let alone = networkInputs(network).next().value;
  let together = alone;
  let exact: Float64Array = Float64Array.from(alone);
  let at = 0;
  for (const numbers of networkLayers(network)) {
    yield progress(at, network.depth);
    const layer = prepareNetworkLayer(engine, network.width, numbers);
    const one = layerSums(plans.value.alone, layer, alone);
    yield progress(at, network.depth);
    const many = layerSums(plans.value.together, layer, together);
    yield progress(at, network.depth);
    const reference = float64Sums(numbers, exact);
    yield partial({ kind: 'layer', layer: compared(++at, one, many, reference) }, []);
    alone = handOn(network, one, alone);
    together = handOn(network, many, together);
    exact = handOn(network, reference, exact);
  }
  return null;
}

function compared(layer: number, one: Float32Array, many: Float32Array, reference: Float64Array): DepthLayer {
  const of = one.length;
  let differing = 0;
  let squares = 0;
  for (let j = 0; j < of; j++) {
    if (!Object.is(one[j], many[j])) differing++;
    squares += one[j]! * one[j]!;
  }
  const scale = Math.sqrt(squares / of);
  const relative = (size: number): number => (size === 0 ? 0 : size / scale);
  const differences = ascending(Float64Array.from(one, (value, j) => relative(Math.abs(value - many[j]!))));
  const errors = Float64Array.from(one, (value, j) => relative(Math.abs(value - reference[j]!)));
  return { layer, differing, of, median: quantile(differences, 0.5), max: quantile(differences, 1), error: median(errors) };
}

/** The layer's sums in float64, whose own errors are some 10⁸ times smaller than what they measure. */
function float64Sums({ weight, bias }: Pick<LayerData, 'weight' | 'bias'>, input: Float64Array): Float64Array {
  const width = input.length;
  return input.map((_, j) => dot64(input, 0, weight, j * width, width) + (bias?.[j] ?? 0));
}
