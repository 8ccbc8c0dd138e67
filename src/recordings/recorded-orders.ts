import type { IndexRange } from '../linear/index-ranges';
import type { Order } from '../orders/order';
import { orderKey } from '../orders/order-key';
import type { RecordedLibrary, RecordedMachine, Recording } from './recording';

/** What a list or a map of recordings says about one. */
export interface RecordingSummary {
  readonly recordedOn: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly bias: boolean;
  /** Batch sizes that were recorded, ascending. */
  readonly batches: readonly number[];
  /** The distinct orders, by first appearance as batches grow. */
  readonly orders: readonly RecordedOrder[];
}

export interface RecordedOrder {
  /** Equal for orders that are the same tree up to commuting a sum. */
  readonly key: string;
  readonly order: Order;
  /** As first written in the recording. */
  readonly orderText: string;
  readonly uses: readonly OrderedOutputs[];
}

/** The outputs `columns` of the rows `rows` of a call. */
interface OrderedOutputs {
  readonly batch: number;
  readonly rows: readonly IndexRange[];
  readonly columns: readonly IndexRange[];
}

export function summarise(recording: Recording): RecordingSummary {
  const { recordedOn, library, machine, operation, calls } = recording;
  const keys = new Map<Order, string>();
  const orders = new Map<string, { key: string; order: Order; orderText: string; uses: OrderedOutputs[] }>();
  for (const { batch, classes } of calls) {
    for (const { rows, plan } of classes) {
      for (const { columns, order, orderText } of plan) {
        const key = keys.get(order) ?? orderKey(order);
        keys.set(order, key);
        const known = orders.get(key) ?? { key, order, orderText, uses: [] };
        orders.set(key, known);
        known.uses.push({ batch, rows, columns });
      }
    }
  }
  const batches = calls.map(({ batch }) => batch);
  return { recordedOn, library, machine, ...operation, batches, orders: [...orders.values()] };
}
