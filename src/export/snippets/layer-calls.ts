import type { LayerSpec } from '../../experiments/layer-spec';
import type { OrderUse, OrderSchedule, Planned } from '../../experiments/order-schedule';
import { planKey } from '../../experiments/plan-key';
import { PATTERNS } from '../../orders/patterns';

/** Calls of these sizes, which sum in the same orders. */
export interface Calls {
  readonly batches: readonly number[];
  readonly orders: readonly OrderUse[];
}

/** Where orders come from. */
export interface Origin {
  /** In a few words: “PyTorch 2.13.0 (MKL 2024.2), recorded”. */
  readonly origin: string;
  /** What was not recorded, and is modelled; no duplicates. */
  readonly notes: readonly string[];
}

/** A layer and the calls of it on the screen, which a snippet reproduces. */
export interface LayerCalls extends Origin {
  readonly layer: LayerSpec;
  /** First and last row of x that the part shows. */
  readonly rows: readonly [number, number];
  readonly calls: readonly Calls[];
  /** The selected output; null for none. */
  readonly column: number | null;
}

/** Groups calls with the same plan, in the order of each group's first call. */
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

/** @param planned what the schedule gave */
export function originOf(schedule: OrderSchedule, planned: readonly Pick<Planned, 'note'>[]): Origin {
  const notes = [...new Set(planned.map(({ note }) => note).filter((note) => note !== ''))];
  return { origin: originText(schedule, notes.length > 0), notes };
}

function originText(schedule: OrderSchedule, isModelled: boolean): string {
  switch (schedule.kind) {
    case 'recording': {
      const { name, version, backend } = schedule.recording.library;
      return `${name} ${version} (${backend}), recorded${isModelled ? ', in part modelled' : ''}`;
    }
    case 'pattern':
      return `${PATTERNS.find(({ name }) => name === schedule.name)?.label ?? schedule.name}, carried over to this size`;
    case 'thresholds':
      return 'orders chosen on the page';
  }
}
