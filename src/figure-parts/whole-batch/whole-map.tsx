import { useMemo } from 'react';
import type { CellPlace } from '../../share/special-settings';
import { DifferenceMap } from '../difference-map/difference-map';
import type { WholeMatrix } from './whole-matrix';
import { wholePicture } from './whole-picture';

interface WholeMapProps {
  readonly matrix: WholeMatrix;
  readonly selected: CellPlace | null;
}

/** All rows of a batch: what computing them together changed. */
export function WholeMap({ matrix, selected }: WholeMapProps) {
  return <DifferenceMap picture={useMemo(() => wholePicture(matrix), [matrix])} selected={selected} />;
}
