import { columnTicks } from '../heatmap-geometry';
import { Figures, tenth } from './text';

interface ColumnTicksProps {
  readonly columns: number;
  readonly cellWidth: number;
}

/** The height of the ticks below a map. */
export const COLUMN_TICKS_HEIGHT = 22;

/** If columns are this narrow, the first and last labels are aligned with the map's edges instead of centred. */
const THIN = 24;

/** The numbers of a map's columns, below it. */
export function ColumnTicks({ columns, cellWidth }: ColumnTicksProps) {
  const isThin = cellWidth < THIN;
  return columnTicks(columns, cellWidth).map((column, i, { length }) => {
    const anchor = isThin && i === 0 ? 'start' : isThin && i === length - 1 ? 'end' : 'middle';
    const x = tenth((column + { start: 0, middle: 0.5, end: 1 }[anchor]) * cellWidth);
    return (
      <g key={column} transform={`translate(${x} 0)`}>
        <line y1={1} y2={6} stroke="var(--rule)" />
        <Figures x={0} y={18} size="var(--text-mark)" anchor={anchor} colour="var(--ink-quiet)">
          {column}
        </Figures>
      </g>
    );
  });
}
