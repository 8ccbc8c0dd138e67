import type { LayerSpec } from '../../experiments/layer-spec';
import type { OrderUse, OrderSchedule } from '../../experiments/order-schedule';
import { planKey } from '../../experiments/order-schedule';
import { PATTERNS } from '../../orders/patterns';

/** Calls that add up alike, of these sizes. */
export interface Calls {
  readonly batches: readonly number[];
  readonly orders: readonly OrderUse[];
}

/** A layer and calls of it, as they are on the screen: what a snippet reproduces. */
export interface LayerCalls {
  readonly layer: LayerSpec;
  /** Rows of x, first and last, that are looked at. */
  readonly rows: readonly [number, number];
  readonly calls: readonly Calls[];
  /** Where the orders come from: “PyTorch 2.13.0 (MKL 2024.2), recorded”. */
  readonly origin: string;
  /** The output that is selected; null for none. */
  readonly column: number | null;
}

/** Calls with the same plan under one heading, in the order of their first. */
export function groupedCalls(calls: readonly { readonly batch: number; readonly orders: readonly OrderUse[] }[]): Calls[] {
  const groups = new Map<string, { batches: number[]; orders: readonly OrderUse[] }>();
  for (const { batch, orders } of calls) {
    const key = planKey(orders);
    const group = groups.get(key) ?? { batches: [], orders };
    group.batches.push(batch);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Where the orders of a schedule come from, in a few words. */
export function originOf(schedule: OrderSchedule): string {
  switch (schedule.kind) {
    case 'recording': {
      const { name, version, backend } = schedule.recording.library;
      return `${name} ${version} (${backend}), recorded`;
    }
    case 'pattern':
      return `${PATTERNS.find(({ name }) => name === schedule.name)?.label ?? schedule.name}, carried over to this size`;
    case 'thresholds':
      return 'orders chosen on the page';
  }
}
