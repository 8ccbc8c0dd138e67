import type { OrderMark } from '../../charts/order-mark';
import type { ThreadRow } from '../../experiments/thread';
import { orderMarks } from '../../figure-parts/order-colours';
import type { ThreadCase } from '../../recordings/thread';

/** One printed number and the one computed here; `computed` is null until it has been. */
export interface PrintedLine {
  readonly batch: number;
  readonly printed: string;
  readonly computed: string | null;
  /** The order that computed it. */
  readonly order: OrderMark | null;
}

/** One quantity, printed for each batch size. */
export interface PrintedBlock {
  readonly title: string;
  readonly lines: readonly PrintedLine[];
}

/** The marks of the orders behind all of the thread's lines. */
export function threadOrders(rows: readonly ThreadRow[]): ReadonlyMap<string, OrderMark> {
  return orderMarks(rows.flatMap(({ orders }) => orders.map(({ key }) => key)));
}

/** The thread's printout by quantity: the mean, then the outputs that were printed. */
export function printedBlocks(thread: ThreadCase, rows: readonly ThreadRow[]): PrintedBlock[] {
  const outputs = thread.printed[0]?.first5?.length ?? 0;
  const marks = threadOrders(rows);
  return Array.from({ length: 1 + outputs }, (_, block) => ({
    title: block === 0 ? 'mean' : `output ${block - 1}`,
    lines: thread.printed.map((line, index) => {
      const row = rows[index];
      return {
        batch: line.batch,
        printed: (block === 0 ? line.mean : line.first5?.[block - 1]) ?? '',
        computed: (block === 0 ? row?.meanText : row?.outputTexts[block - 1]) ?? null,
        order: marks.get(row?.orders[0]?.key ?? '') ?? null,
      };
    }),
  }));
}

/** How many of the printed numbers have been computed so far, and how many of those match to the last digit. */
export function countEqual(blocks: readonly PrintedBlock[]): { computed: number; equal: number; all: number } {
  const lines = blocks.flatMap((block) => block.lines);
  const computed = lines.filter((line) => line.computed !== null);
  return { computed: computed.length, equal: computed.filter((line) => line.computed === line.printed).length, all: lines.length };
}
