import type { Engine } from '../linear/engine';
import type { LayerData } from '../linear/layer';
import type { NetworkSpec } from '../linear/network';
import { hasBias } from '../linear/network';
import type { PreparedLayer } from '../linear/run-plan';
import { runPlan } from '../linear/run-plan';
import type { KernelPlan } from '../linear/sum-method';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { OrderUse, OrderSchedule } from './order-schedule';
import { ordersOf, planFor } from './order-schedule';

/** A network, and the two calls in which each of its layers is computed: with one row, and with more. */
export interface NetworkPairSpec {
  readonly network: NetworkSpec;
  readonly schedule: OrderSchedule;
  /** Rows of the larger call. */
  readonly batch: number;
}

/** One row alone, and the same row in the larger call. */
export interface NetworkPlans {
  readonly alone: KernelPlan;
  readonly together: KernelPlan;
  readonly orders: NetworkOrders;
}

export interface NetworkOrders {
  readonly alone: readonly OrderUse[];
  readonly together: readonly OrderUse[];
  /** Says that the orders were carried over to this size; empty if they were recorded at it. */
  readonly note: string;
}

export function networkPlans({ network, schedule, batch }: NetworkPairSpec): Result<NetworkPlans, ParseError> {
  const { width } = network;
  const layer = { inFeatures: width, outFeatures: width, bias: hasBias(network), format: 'float32' } as const;
  const alone = planFor(schedule, layer, 1);
  if (!alone.ok) return alone;
  const together = planFor(schedule, layer, batch);
  if (!together.ok) return fail(together.error);
  const orders = { alone: ordersOf(alone.value.plan), together: ordersOf(together.value.plan), note: together.value.note };
  return ok({ alone: alone.value.plan, together: together.value.plan, orders });
}

/** A network's layer, packed for an engine; each run brings its own input. */
export function prepareNetworkLayer(engine: Engine, width: number, { weight, bias }: Pick<LayerData, 'weight' | 'bias'>): PreparedLayer {
  const data: LayerData = { inFeatures: width, outFeatures: width, rows: 1, x: new Float32Array(width), weight, bias };
  return { data, format: 'float32', output: null, packed: engine.pack(weight, width, width) };
}

/** The layer's sums for this input, in the plan's orders. */
export function layerSums(plan: KernelPlan, layer: PreparedLayer, input: Float32Array): Float32Array {
  const out = new Float32Array(layer.data.outFeatures);
  runPlan(plan, { ...layer, data: { ...layer.data, x: input } }, 0, out);
  return out;
}
