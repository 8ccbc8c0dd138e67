import type { SweepRow } from '../../experiments/batch-sweep';
import { formatCount, plural, rangesText } from '../../lib/words';

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

/** The stripes in words: which outputs, and how many of them differ. */
export function stripesText({ batch, orders }: OrderStripes, from: string): string {
  const shares = orders.map(({ columns, outputs, differing }, i) => {
    const where = i === orders.length - 1 && i > 0 ? `the other ${formatCount(outputs)}` : `outputs ${rangesText(columns)} (${plural(outputs, 'output')})`;
    return i === 0 ? `of ${where}, ${differ(differing)} from ${from}` : `of ${where}, ${differing === 0 ? 'none does' : `${formatCount(differing)} ${differing === 1 ? 'does' : 'do'}`}`;
  });
  return `At ${formatCount(batch)} rows, ${orders.length === 2 ? 'two orders are' : `${orders.length} orders are`} at work: ${shares.join('; ')}.`;
}

function differ(count: number): string {
  return count === 0 ? 'none differs' : `${formatCount(count)} ${count === 1 ? 'differs' : 'differ'}`;
}
