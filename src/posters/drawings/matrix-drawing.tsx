import { RAMP_PENDING, RAMP_ZERO, rampIndex } from '../../charts/heatmap-colours';
import { largestPerBucket } from '../../charts/paint-heatmap';
import { orderColour } from '../../figure-parts/order-colours';
import type { DifferenceMatrix } from '../../figure-parts/difference-map/difference-matrix';
import { differenceText, UNIT_CAPTIONS } from '../../figure-parts/units';
import { Figures, tenth, Words } from './marks';
import { rampName } from '../palette';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface MatrixOptions {
  readonly rowTitle: string;
  /** Keys of the orders at work in each line; none where lines are rows of one call. */
  readonly orders?: readonly (readonly string[])[];
  /** A cell that is chosen, by its line's place and its column. */
  readonly selected?: { readonly row: number; readonly column: number } | null;
  /** What the differences are taken from: "batch 1". */
  readonly from: string;
}

const LEFT = 64;
const HEAD = 26;
const FOOT = 44;
/** Heights of few and of many lines. */
const TALLEST_ROW = 34;
const MOST_HEIGHT = 300;
/** An SVG with more cells than this is too heavy for a picture that stands in for a moment. */
const MOST_CELLS = 5000;
/** Stripes as narrow as a tile have to show. */
const LEAST_BUCKETS = 96;

/** One path for each colour: runs of equal colour along a line, drawn as strokes. */
function runs(values: Float64Array, rows: number, columns: number, limit: number, x: (column: number) => number, y: (row: number) => number): Map<string, string> {
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const colour = (column: number): string | null => {
      const index = column < columns ? rampIndex(values[row * columns + column]!, limit) : RAMP_ZERO;
      return index === RAMP_ZERO || index === RAMP_PENDING ? null : rampName(index);
    };
    for (let from = 0; from < columns; ) {
      const name = colour(from);
      let to = from + 1;
      while (to < columns && colour(to) === name) to++;
      if (name !== null) paths.set(name, `${paths.get(name) ?? ''}M${tenth(x(from))} ${tenth(y(row))}H${tenth(x(to))}`);
      from = to;
    }
  }
  return paths;
}

/** Differences as they are on the page: a line per batch size or row, outputs along, blank where the bits agree. */
export function matrixDrawing({ lines, columns, values, limit, unit }: DifferenceMatrix, { rowTitle, orders, selected, from }: MatrixOptions): Drawing {
  const rows = lines.length;
  const buckets = Math.min(columns, Math.max(LEAST_BUCKETS, Math.floor(MOST_CELLS / rows)));
  const shown = buckets === columns ? Float64Array.from(values) : largestPerBucket(values, rows, columns, buckets);
  const rowHeight = Math.min(TALLEST_ROW, MOST_HEIGHT / rows);
  const height = tenth(rows * rowHeight);
  const x = (bucket: number): number => LEFT + ((WIDTH - LEFT) * bucket) / buckets;
  const y = (row: number): number => HEAD + (row + 0.5) * rowHeight;
  const every = Math.max(1, Math.ceil(18 / rowHeight));
  return {
    width: WIDTH,
    height: HEAD + height + FOOT,
    marks: (
      <>
        <Words x={LEFT - 10} y={16} anchor="end" colour="var(--ink-quiet)">
          {rowTitle}
        </Words>
        <Words x={LEFT} y={16} colour="var(--ink-quiet)">
          output 0
        </Words>
        <Words x={WIDTH} y={16} anchor="end" colour="var(--ink-quiet)">
          {columns - 1}
        </Words>
        {lines.map((line, row) => (
          <g key={line}>
            {orders?.[row]?.map((key, i, all) => (
              <rect key={key} x={0} y={tenth(HEAD + row * rowHeight + (i * rowHeight) / all.length + 1)} width={8} height={tenth(rowHeight / all.length - 2)} fill={`var(${orderColour(key)})`} />
            ))}
            {row % every === 0 && (
              <Figures x={LEFT - 10} y={tenth(y(row) + 5)} anchor="end">
                {line}
              </Figures>
            )}
          </g>
        ))}
        {[...runs(shown, rows, buckets, limit, x, y)].map(([name, path]) => (
          <path key={name} d={path} stroke={`var(${name})`} strokeWidth={tenth(Math.max(1, rowHeight - (rowHeight > 6 ? 1 : 0)))} />
        ))}
        <rect x={LEFT + 0.5} y={HEAD + 0.5} width={WIDTH - LEFT - 1} height={height - 1} fill="none" stroke="var(--hairline)" />
        {selected && (
          <rect
            x={tenth(x((selected.column * buckets) / columns) - 4)}
            y={tenth(HEAD + selected.row * rowHeight - 1)}
            width={9}
            height={tenth(Math.max(4, rowHeight) + 2)}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={2}
          />
        )}
        <Words x={LEFT} y={HEAD + height + 22} colour="var(--ink-quiet)">
          difference from {from}, {UNIT_CAPTIONS[unit]}; blank: equal to the bit
        </Words>
        <Words x={LEFT} y={HEAD + height + 40} size={13} colour="var(--ink-quiet)">
          from −{differenceText(limit, unit)} (blue) to +{differenceText(limit, unit)} (orange)
        </Words>
      </>
    ),
  };
}
