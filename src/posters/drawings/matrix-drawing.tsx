import type { HeatmapCell } from '../../charts/heatmap-cell';
import { coarseColour } from '../../charts/heatmap-colours';
import type { HeatmapScale } from '../../charts/heatmap-scale';
import { COLUMN_TICKS_HEIGHT, ColumnTicks } from '../../charts/marks/column-ticks';
import { HeatmapCells } from '../../charts/marks/heatmap-cells';
import { OrderBox } from '../../charts/marks/order-box';
import { RowLabels, rowLabelsWidth } from '../../charts/marks/row-labels';
import { Figures, tenth, Words } from '../../charts/marks/text';
import { firstPerBucket, largestPerBucket } from '../../charts/paint-heatmap';
import { shortOrder } from '../../charts/short-order';
import type { MatrixPicture } from '../../figure-parts/difference-map/matrix-picture';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

const GAP = 8;
const HEAD = 26;
const FOOT = 24;
/** A line of the legend. */
const LINE = 20;
const BOX = 14;
/** Heights of few and of many lines. */
const TALLEST_ROW = 34;
const MOST_HEIGHT = 300;
/** An SVG with more cells than this is too large for a short-lived stand-in. */
const MOST_CELLS = 5000;
/** Enough to show stripes as narrow as a tile. */
const LEAST_BUCKETS = 96;

/** A map as on the page: a line per batch size or row, a column per output. */
export function matrixDrawing({ rows, rowOrders, rowTitle, columns, columnTitle, values, scale, caption }: MatrixPicture, selected: HeatmapCell | null): Drawing {
  const buckets = Math.min(columns, Math.max(LEAST_BUCKETS, Math.floor(MOST_CELLS / rows.length)));
  const rowHeight = Math.min(TALLEST_ROW, MOST_HEIGHT / rows.length);
  const labels = rowLabelsWidth(rows, rowOrders);
  const width = WIDTH - labels - GAP;
  const height = tenth(rows.length * rowHeight);
  const foot = height + COLUMN_TICKS_HEIGHT;
  const perBucket = scale.kind === 'orders' ? firstPerBucket : largestPerBucket;
  return {
    width: WIDTH,
    height: HEAD + foot + FOOT + LINE * (scale.kind === 'orders' ? scale.orders.length : 1),
    marks: (
      <g transform={`translate(0 ${HEAD})`}>
        <RowLabels title={rowTitle} rows={rows} orders={rowOrders} rowHeight={rowHeight} width={labels} />
        <g transform={`translate(${labels + GAP} 0)`}>
          <HeatmapCells values={perBucket(values, rows.length, columns, buckets)} columns={buckets} colourOf={colourOn(scale)} cellWidth={width / buckets} rowHeight={rowHeight} />
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
            {caption}
            {scale.kind === 'differences' && '; blank: no difference'}
          </Words>
          <g transform={`translate(0 ${foot + FOOT})`}>
            <Legend scale={scale} />
          </g>
        </g>
      </g>
    ),
  };
}

function colourOn(scale: HeatmapScale): (value: number) => string | null {
  return scale.kind === 'orders' ? (place) => scale.orders[place]!.mark.colour : (difference) => coarseColour(difference, scale.limit);
}

function Legend({ scale }: { readonly scale: HeatmapScale }) {
  if (scale.kind === 'differences') {
    const { limit, formatValue } = scale;
    return (
      <Words x={0} y={14} size="var(--text-mark)" colour="var(--ink-quiet)">
        from −{formatValue(limit)} (blue) to +{formatValue(limit)} (orange)
      </Words>
    );
  }
  return scale.orders.map(({ mark, text, count }, i) => (
    <g key={mark.letter} transform={`translate(0 ${i * LINE + 3})`}>
      <OrderBox mark={mark} width={BOX} height={BOX} />
      <Figures x={BOX + 8} y={11} size="var(--text-mark)">
        {count}: {shortOrder(text)}
      </Figures>
    </g>
  ));
}
