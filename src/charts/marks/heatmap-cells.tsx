import { coarseProperty, RAMP_PENDING, RAMP_ZERO, rampIndex } from '../heatmap-colours';
import { tenth } from './text';

interface HeatmapCellsProps {
  /** Row-major signed differences, as in a heatmap. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly limit: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
}

/** A heatmap's cells as vector shapes: one path per colour of the coarse ramp, with one stroke per run of that colour along a row. */
export function HeatmapCells({ values, columns, limit, cellWidth, rowHeight }: HeatmapCellsProps) {
  const rows = columns > 0 ? values.length / columns : 0;
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const colourAt = (column: number): string | null => {
      const index = column < columns ? rampIndex(values[row * columns + column]!, limit) : RAMP_ZERO;
      return index === RAMP_ZERO || index === RAMP_PENDING ? null : coarseProperty(index);
    };
    const y = tenth((row + 0.5) * rowHeight);
    for (let from = 0; from < columns; ) {
      const name = colourAt(from);
      let to = from + 1;
      while (to < columns && colourAt(to) === name) to++;
      if (name !== null) paths.set(name, `${paths.get(name) ?? ''}M${tenth(from * cellWidth)} ${y}H${tenth(to * cellWidth)}`);
      from = to;
    }
  }
  // A hairline of paper separates rows that are high enough.
  const thickness = tenth(Math.max(1, rowHeight - (rowHeight > 6 ? 1 : 0)));
  return [...paths].map(([name, path]) => <path key={name} d={path} fill="none" stroke={`var(${name})`} strokeWidth={thickness} />);
}
