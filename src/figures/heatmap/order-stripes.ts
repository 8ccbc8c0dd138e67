import type { SweepRow } from '../../experiments/batch-sweep';
import { formatCount, formatList, plural } from '../../lib/words';

/** How many outputs differ in a call that uses several orders, for each order. */
export interface OrderStripes {
  readonly batch: number;
  /** Fewest outputs first: the stripes, then the rest. */
  readonly orders: readonly { readonly columns: readonly (readonly [number, number])[]; readonly outputs: number; readonly differing: number }[];
}

/** The calls that use several orders. `base` holds the values that the outputs are compared with, bit by bit. */
export function orderStripes(rows: readonly SweepRow[], base: ArrayLike<number>): OrderStripes[] {
  return rows
    .filter(({ orders }) => orders.length > 1)
    .map(({ batch, orders, values }) => ({
      batch,
      orders: orders
        .map(({ columns }) => {
          let [outputs, differing] = [0, 0];
          for (const [from, to] of columns) {
            outputs += to - from + 1;
            for (let j = from; j <= to; j++) if (!Object.is(values[j], base[j])) differing++;
          }
          return { columns, outputs, differing };
        })
        .sort((a, b) => a.outputs - b.outputs),
    }));
}

/** The stripes in words: how many outputs each order has, and how many of them differ. */
export function stripesText({ batch, orders }: OrderStripes): string {
  const [stripes, ...others] = orders;
  const total = orders.reduce((sum, { differing }) => sum + differing, 0);
  const at = `At ${formatCount(batch)} rows`;
  if (others.length === 1 && total > 0 && others[0]!.differing === 0) return `${at} ${total === 1 ? 'it is' : `all ${formatCount(total)} are`} among the ${formatCount(stripes!.outputs)} that a second order adds up.`;
  if (total === 0) return `${at}, ${orders.length} orders are at work, and no output differs.`;
  return `${at}, ${orders.length} orders are at work: ${formatList(orders.map(({ outputs, differing }) => `${formatCount(differing)} of ${plural(outputs, 'output')} ${differing === 1 ? 'differs' : 'differ'}`))}.`;
}
