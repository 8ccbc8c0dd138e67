import type { HeatmapProps } from '../../charts/heatmap';
import { differenceText } from '../units';
import type { DifferenceMatrix } from './difference-matrix';

/** A matrix as a heatmap is told of it, on the page and on posters: all but what a reader does there. */
export type MatrixPicture = Omit<HeatmapProps, 'idleText' | 'selected' | 'onCursor' | 'onSelect'> & Pick<DifferenceMatrix, 'lines'>;

/** What follows from the matrix alone. */
export function matrixPicture({ lines, columns, values, revision, limit, unit }: DifferenceMatrix) {
  return { lines, rows: lines.map(String), columnTitle: 'output', columns, values, revision, limit, formatValue: (difference: number) => differenceText(difference, unit) } satisfies Partial<MatrixPicture>;
}
