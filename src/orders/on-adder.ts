import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';
import { OrderBuilder } from './order-builder';

/**
 * The same sum on another adder: wherever groups follow each other along one run of products, the run is cut into that adder's
 * groups, which it adds. All else stays, and so does an order without groups, as the same object. Linear, no recursion.
 *
 * @param size the products that one step of the adder takes of the factors' format (`productsPerStep`)
 */
export function onAdder(order: Order, adder: AdderName, size: number): Order {
  if (order.adder === null) return order;
  const { steps } = order;
  const builder = new OrderBuilder(adder);
  /** Groups that are not cut yet. */
  let run: Run | null = null;
  const cut = (): void => {
    if (run !== null) builder.groups(run.first, run.step, run.count, size);
    run = null;
  };
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    const next = { first: steps[at + 1]!, step: steps[at + 2]!, count: steps[at + 3]! };
    const joined: Run | null = op === Op.AddGroups && run !== null ? continued(run, next) : null;
    if (joined !== null) {
      run = joined;
      continue;
    }
    cut();
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
    if (starts && at > 0) builder.open();
    if (op === Op.Merge) builder.close();
    else if (op === Op.StartBias || op === Op.AddBias) builder.bias();
    else if (groupSizeOf(steps[at]!) > 0) run = next;
    else builder.run(next.first, next.step, next.count, op === Op.StartFused || op === Op.AddFused);
  }
  cut();
  return builder.finish();
}

/** Products k = first, first + step, … */
interface Run {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** The two as one run; null if the second does not continue the first. A run of one product has any step. */
function continued(run: Run, next: Run): Run | null {
  const step = run.count > 1 ? run.step : next.first - run.first;
  if (next.first !== run.first + run.count * step || (next.count > 1 && next.step !== step)) return null;
  return { first: run.first, step, count: run.count + next.count };
}
