import { tenth } from './text';

interface HeatmapCellsProps {
  /** Row-major, as in a heatmap. */
  readonly values: Float64Array;
  readonly columns: number;
  /** A value's colour; null for paper. */
  readonly colourOf: (value: number) => string | null;
  readonly cellWidth: number;
  readonly rowHeight: number;
}

/** A heatmap's cells as vector shapes: one path per colour, with one stroke per run of that colour along a row. */
export function HeatmapCells({ values, columns, colourOf, cellWidth, rowHeight }: HeatmapCellsProps) {
  const rows = columns > 0 ? values.length / columns : 0;
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const colourAt = (column: number): string | null => (column < columns ? colourOf(values[row * columns + column]!) : null);
    const y = tenth((row + 0.5) * rowHeight);
    for (let from = 0; from < columns; ) {
      const colour = colourAt(from);
      let to = from + 1;
      while (to < columns && colourAt(to) === colour) to++;
      if (colour !== null) paths.set(colour, `${paths.get(colour) ?? ''}M${tenth(from * cellWidth)} ${y}H${tenth(to * cellWidth)}`);
      from = to;
    }
  }
  // A hairline of paper separates rows that are high enough; none shows between others, whose places are rounded.
  const thickness = tenth(rowHeight > 6 ? rowHeight - 1 : Math.max(1, rowHeight + 0.2));
  return [...paths].map(([colour, path]) => <path key={colour} d={path} fill="none" stroke={colour} strokeWidth={thickness} />);
}
