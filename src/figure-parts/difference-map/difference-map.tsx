import { useCallback, useMemo } from 'react';
import { Heatmap } from '../../charts/heatmap';
import type { HeatmapCell } from '../../charts/heatmap-cell';
import type { CellPlace } from '../../share/special-settings';
import { useActions, usePart } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import { useSet } from '../use-set';
import type { MatrixPicture } from './matrix-picture';

interface DifferenceMapProps {
  /** Pass the same object while it shows the same, so that the map does not re-render. */
  readonly picture: MatrixPicture;
  readonly selected: CellPlace | null;
}

/** A heatmap whose cells can be hovered and selected. */
export function DifferenceMap({ picture: { lines, ...picture }, selected }: DifferenceMapProps) {
  const part = usePart();
  const { point } = useActions();
  const set = useSet();
  const { readOnly } = usePresentation();
  const cell = useMemo(() => {
    const row = selected === null ? -1 : lines.indexOf(selected.line);
    return row < 0 ? null : { row, column: selected!.column };
  }, [lines, selected]);
  const onCursor = useCallback((at: HeatmapCell | null) => point(part, at && { line: lines[at.row]!, column: at.column }), [point, part, lines]);
  const onSelect = useCallback(({ row, column }: HeatmapCell) => set({ cell: { line: lines[row]!, column } }), [set, lines]);
  return (
    <Heatmap
      {...picture}
      idleText={`Point at a cell to read it.${readOnly ? '' : ' Choose it, or press Enter, to see its bits and trees.'}`}
      selected={cell}
      onCursor={onCursor}
      {...(!readOnly && { onSelect })}
    />
  );
}
