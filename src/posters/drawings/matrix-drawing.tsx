import type { HeatmapCell } from '../../charts/heatmap-cell';
import { COLUMN_TICKS_HEIGHT, ColumnTicks } from '../../charts/marks/column-ticks';
import { HeatmapCells } from '../../charts/marks/heatmap-cells';
import { RowLabels, rowLabelsWidth } from '../../charts/marks/row-labels';
import { tenth, Words } from '../../charts/marks/text';
import { largestPerBucket } from '../../charts/paint-heatmap';
import type { MatrixPicture } from '../../figure-parts/difference-map/matrix-picture';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const GAP = 8;
const HEAD = 26;
const FOOT = 44;
/** Heights of few and of many lines. */
const TALLEST_ROW = 34;
const MOST_HEIGHT = 300;
/** An SVG with more cells than this is too large for a short-lived stand-in. */
const MOST_CELLS = 5000;
/** Enough to show stripes as narrow as a tile. */
const LEAST_BUCKETS = 96;

/** Differences as on the page: a line per batch size or row, a column per output, blank where the bits agree. */
export function matrixDrawing({ rows, rowOrders, rowTitle, columns, columnTitle, values, limit, caption, formatValue }: MatrixPicture, selected: HeatmapCell | null): Drawing {
  const buckets = Math.min(columns, Math.max(LEAST_BUCKETS, Math.floor(MOST_CELLS / rows.length)));
  const rowHeight = Math.min(TALLEST_ROW, MOST_HEIGHT / rows.length);
  const labels = rowLabelsWidth(rows, rowOrders);
  const width = WIDTH - labels - GAP;
  const height = tenth(rows.length * rowHeight);
  const foot = height + COLUMN_TICKS_HEIGHT;
  return {
    width: WIDTH,
    height: HEAD + foot + FOOT,
    marks: (
      <g transform={`translate(0 ${HEAD})`}>
        <RowLabels title={rowTitle} rows={rows} orders={rowOrders} rowHeight={rowHeight} width={labels} />
        <g transform={`translate(${labels + GAP} 0)`}>
          <HeatmapCells values={largestPerBucket(values, rows.length, columns, buckets)} columns={buckets} limit={limit} cellWidth={width / buckets} rowHeight={rowHeight} />
          <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="none" stroke="var(--hairline)" />
          {selected && (
            <rect
              x={tenth((selected.column * width) / columns - 4)}
              y={tenth(selected.row * rowHeight - 1)}
              width={9}
              height={tenth(Math.max(4, rowHeight) + 2)}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={2}
            />
          )}
          <g transform={`translate(0 ${height})`}>
            <ColumnTicks columns={columns} cellWidth={width / columns} />
          </g>
          <Words x={0} y={-9} size="var(--text-mark)" colour="var(--ink-quiet)">
            {columnTitle}
          </Words>
          <Words x={0} y={foot + 20} colour="var(--ink-quiet)">
            {caption}; blank: no difference
          </Words>
          <Words x={0} y={foot + 38} size="var(--text-mark)" colour="var(--ink-quiet)">
            from −{formatValue(limit)} (blue) to +{formatValue(limit)} (orange)
          </Words>
        </g>
      </g>
    ),
  };
}
