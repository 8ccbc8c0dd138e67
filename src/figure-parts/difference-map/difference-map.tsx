import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { Heatmap } from '../../charts/heatmap';
import type { HeatmapCell } from '../../charts/heatmap-cell';
import type { CellPlace } from '../../share/special-settings';
import { useActions, usePart } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import { useSet } from '../use-set';
import styles from './difference-map.module.css';
import type { MatrixPicture } from './matrix-picture';

interface DifferenceMapProps {
  /** Pass the same object while it shows the same, so that the map does not re-render. */
  readonly picture: MatrixPicture;
  /** The output that is outlined. */
  readonly cell?: CellPlace | null;
  /** The line that is asked about; none if left out. */
  readonly veiled?: number | undefined;
  /** An output in brief, beside the map. */
  readonly children?: ReactNode;
}

/** A heatmap, whose cells can be pointed at and selected, and one of its outputs. */
export function DifferenceMap({ picture: { lines, ...picture }, cell = null, veiled, children }: DifferenceMapProps) {
  const part = usePart();
  const { point } = useActions();
  const set = useSet();
  const { readOnly } = usePresentation();
  const selected = useMemo(() => {
    const row = cell === null ? -1 : lines.indexOf(cell.line);
    return row < 0 ? null : { row, column: cell!.column };
  }, [lines, cell]);
  const onCursor = useCallback((at: HeatmapCell | null) => point(part, at && { line: lines[at.row]!, column: at.column }), [point, part, lines]);
  const onSelect = useCallback((at: HeatmapCell | null) => set({ cell: at && { line: lines[at.row]!, column: at.column } }), [set, lines]);
  return (
    <div className={styles.place}>
      <div className={styles.beside}>
        <Heatmap {...picture} veiled={veiled === undefined ? -1 : lines.indexOf(veiled)} selected={selected} onCursor={onCursor} {...(!readOnly && { onSelect })} />
        {children && <div className={styles.output}>{children}</div>}
      </div>
    </div>
  );
}
