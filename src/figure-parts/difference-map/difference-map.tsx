import { useCallback, useMemo } from 'react';
import { Heatmap } from '../../charts/heatmap';
import type { HeatmapCell } from '../../charts/heatmap-cell';
import { useFitted } from '../../store/use-part';
import { useActions, usePart } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import results from '../request-state/results.module.css';
import { useSet } from '../use-set';
import type { MatrixPicture } from './matrix-picture';

interface DifferenceMapProps {
  /** What it shows, in sentences. */
  readonly finding: readonly string[];
  /** Pass the same object while it shows the same, so that the map does not re-render. */
  readonly picture: MatrixPicture;
}

/** What a heatmap shows, and the map, whose cells can be hovered and selected. */
export function DifferenceMap({ finding, picture: { lines, ...picture } }: DifferenceMapProps) {
  const part = usePart();
  const { point } = useActions();
  const set = useSet();
  const { cell: selected } = useFitted('cell');
  const { readOnly } = usePresentation();
  const cell = useMemo(() => {
    const row = selected === null ? -1 : lines.indexOf(selected.line);
    return row < 0 ? null : { row, column: selected!.column };
  }, [lines, selected]);
  const onCursor = useCallback((at: HeatmapCell | null) => point(part, at && { line: lines[at.row]!, column: at.column }), [point, part, lines]);
  const onSelect = useCallback(({ row, column }: HeatmapCell) => set({ cell: { line: lines[row]!, column } }), [set, lines]);
  return (
    <>
      <p className={results.finding} role="status" data-testid="finding">
        {finding.join(' ')}
      </p>
      <Heatmap
        {...picture}
        idleText={`Point at a cell to read it.${readOnly ? '' : ' Choose it, or press Enter, to see its bits and trees.'}`}
        selected={cell}
        onCursor={onCursor}
        {...(!readOnly && { onSelect })}
      />
    </>
  );
}
