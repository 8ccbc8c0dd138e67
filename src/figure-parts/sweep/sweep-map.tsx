import { useMemo } from 'react';
import type { CellPlace } from '../../share/special-settings';
import { DifferenceMap } from '../difference-map/difference-map';
import type { SweepMatrix } from './sweep-matrix';
import { sweepPicture } from './sweep-picture';

interface SweepMapProps {
  readonly matrix: SweepMatrix;
  readonly selected: CellPlace | null;
}

/** The sweep's differences: a row per batch size, a column per output. */
export function SweepMap({ matrix, selected }: SweepMapProps) {
  return <DifferenceMap picture={useMemo(() => sweepPicture(matrix), [matrix])} selected={selected} />;
}
