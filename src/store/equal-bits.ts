import type { OrderUse } from '../experiments/order-schedule';
import { indicesOf } from '../linear/index-ranges';
import type { Outputs } from '../linear/run-plan';
import { isOtherSum } from '../linear/sum-method';
import type { Channel, Results, SweepResult, WholeResult } from './results';

/** How many of the outputs that two engines computed have the same bits. */
export interface EqualBits {
  readonly equal: number;
  readonly of: number;
}

/**
 * Which sums of a result JavaScript computed, whatever the engine: all because they are in float64, or all or some because
 * they are not trees. Null if the engine computed every one.
 */
export type Scripted = 'float64' | 'all' | 'some' | null;

export function scriptedSums(result: Results[Channel]): Scripted {
  if (result === null) return null;
  if ('points' in result) return share(result.spec.methods.map(({ method }) => method.kind === 'other'));
  if (!hasOutputs(result)) return null;
  if (result.spec.layer.format === 'float64') return 'float64';
  const orders = 'together' in result ? [...result.plans.together.flatMap((rows) => rows.orders), ...result.plans.baseline.flatMap((rows) => rows.orders)] : result.rows.flatMap((row) => [...row.orders, ...(row.other?.orders ?? [])]);
  return share(orders.map(({ text }) => isOtherSum(text)));
}

function share(scripted: readonly boolean[]): Scripted {
  if (!scripted.includes(true)) return null;
  return scripted.includes(false) ? 'some' : 'all';
}

/**
 * Compares two results of one request, each by another engine. Sums that JavaScript computed both times are left out: that
 * would compare the same code with itself. Null if nothing can be compared.
 */
export function equalBits(one: NonNullable<Results[Channel]>, other: NonNullable<Results[Channel]>): EqualBits | null {
  if (!hasOutputs(one) || !hasOutputs(other) || scriptedSums(one) === 'float64') return null;
  const theirs = rowsOf(other);
  let [equal, of] = [0, 0];
  for (const [row, { values, orders }] of rowsOf(one).entries()) {
    for (const [from, to] of orders.flatMap(({ text, columns }) => (isOtherSum(text) ? [] : columns))) {
      for (let j = from; j <= to; j++, of++) if (Object.is(values[j], theirs[row]?.values[j])) equal++;
    }
  }
  return of === 0 ? null : { equal, of };
}

function hasOutputs(result: NonNullable<Results[Channel]>): result is SweepResult | WholeResult {
  return 'references' in result || 'together' in result;
}

/** Rows of outputs, and the orders in which they were summed. */
function rowsOf(result: SweepResult | WholeResult): readonly { readonly values: Outputs; readonly orders: readonly OrderUse[] }[] {
  if ('references' in result) return result.rows.flatMap((row) => [row, ...(row.other ? [row.other] : [])]);
  const { together, baseline, plans } = result;
  const N = plans.outFeatures;
  const side = (classes: WholeResult['plans']['together'], outputs: Outputs) =>
    classes.flatMap(({ rows, orders }) => [...indicesOf(rows)].map((row) => ({ values: outputs.subarray(row * N, (row + 1) * N), orders })));
  return [...side(plans.together, together), ...side(plans.baseline, baseline)];
}
