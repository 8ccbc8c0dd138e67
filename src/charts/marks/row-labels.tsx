import { labelledRows } from '../heatmap-geometry';
import type { OrderMark } from '../order-mark';
import { OrderBox } from './order-box';
import { Figures, MIDDLE, tenth, Words } from './text';

interface RowLabelsProps {
  /** What the rows are: "batch". */
  readonly title: string;
  readonly rows: readonly string[];
  /** For each row, the orders in use. */
  readonly orders?: readonly (readonly OrderMark[])[] | undefined;
  readonly rowHeight: number;
  /** Where the labels end; the map begins a gap later. */
  readonly width: number;
}

/** Advance width of a digit at --text-mark. */
const FIGURE = 8;
/** The same on a stage, whose marks are larger. */
const LARGE_FIGURE = 10;
/** For the titles. */
const LEAST_WIDTH = 44;
const LARGE_LEAST_WIDTH = 54;
const GAP = 5;
/** A letter's width, and the most that one row's letters get. */
const LETTER = 14;
const MOST_STRIP = 3 * LETTER;
/** A hairline of paper separates rows this high. */
const HIGH = 12;

/** Consecutive rows with the same orders; `to` is exclusive. */
export interface OrderStretch {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly OrderMark[];
}

export function orderStretches(orders: readonly (readonly OrderMark[])[]): OrderStretch[] {
  const stretches: OrderStretch[] = [];
  orders.forEach((marks, row) => {
    const last = stretches.at(-1);
    const same = last !== undefined && last.marks.length === marks.length && last.marks.every(({ letter }, i) => letter === marks[i]!.letter);
    if (same) stretches[stretches.length - 1] = { ...last, to: row + 1 };
    else stretches.push({ from: row, to: row + 1, marks });
  });
  return stretches;
}

function stripWidth(orders: RowLabelsProps['orders']): number {
  return orders === undefined ? 0 : Math.min(MOST_STRIP, LETTER * Math.max(1, ...orders.map((marks) => marks.length)));
}

/** The width of the labels, in the size of marks on a page or on a stage. */
export function rowLabelsWidth(rows: readonly string[], orders: RowLabelsProps['orders'], large = false): number {
  const strip = stripWidth(orders);
  return Math.max(large ? LARGE_LEAST_WIDTH : LEAST_WIDTH, (large ? LARGE_FIGURE : FIGURE) * Math.max(0, ...rows.map((row) => row.length)) + (strip === 0 ? 0 : GAP + strip));
}

/** The names of a map's rows, and beside them the orders in which they are summed: a colour and a letter per stretch. */
export function RowLabels({ title, rows, orders, rowHeight, width }: RowLabelsProps) {
  const strip = stripWidth(orders);
  const end = width - (strip === 0 ? 0 : GAP + strip);
  const gap = rowHeight >= HIGH ? 2 : 0;
  return (
    <>
      <Words x={width} y={-7} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
        {title}
      </Words>
      {labelledRows(rows.length, rowHeight).map((row) => (
        <Figures key={row} x={end} y={tenth((row + 0.5) * rowHeight)} dy={MIDDLE} size="var(--text-mark)" anchor="end">
          {rows[row]}
        </Figures>
      ))}
      {orderStretches(orders ?? []).flatMap(({ from, to, marks }) => {
        const height = (to - from) * rowHeight - gap;
        const each = strip / marks.length;
        return marks.map((mark, i) => (
          <g key={`${from}${mark.letter}`} transform={`translate(${tenth(width - strip + i * each)} ${tenth(from * rowHeight + gap / 2)})`}>
            <OrderBox mark={mark} width={each} height={height} />
          </g>
        ));
      })}
    </>
  );
}
