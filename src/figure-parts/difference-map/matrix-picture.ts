import type { HeatmapProps } from '../../charts/heatmap';
import { differenceText } from '../units';
import type { DifferenceMatrix } from './difference-matrix';

/** A matrix as heatmap props, for the page and posters: everything except the reader's interaction. */
export type MatrixPicture = Omit<HeatmapProps, 'veiled' | 'selected' | 'onCursor' | 'onSelect'> & Pick<DifferenceMatrix, 'lines'>;

/** The props that follow from the matrix alone. */
export function matrixPicture({ lines, columns, values, revision, limit, unit }: DifferenceMatrix) {
  return { lines, rows: lines.map(String), columnTitle: 'output', columns, values, revision, scale: { kind: 'differences', limit, formatValue: (difference: number) => differenceText(difference, unit) } } satisfies Partial<MatrixPicture>;
}
