import { memo, useMemo } from 'react';
import { Heatmap } from '../../charts/heatmap';
import type { HeatmapCell } from '../../charts/heatmap-cell';
import { pythonRepr } from '../../lib/python-repr';
import type { CellPlace } from '../../share/special-settings';
import { useActions, usePart } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import { useSet } from '../use-set';
import { differenceText, signedText, UNIT_CAPTIONS } from '../units';
import type { WholeMatrix } from './whole-matrix';
import { plural } from '../../lib/words';

interface WholeMapProps {
  readonly matrix: WholeMatrix;
  readonly selected: CellPlace | null;
}

/** All rows of a batch: what computing them together changed. */
export const WholeMap = memo(function WholeMap({ matrix, selected }: WholeMapProps) {
  const part = usePart();
  const { point } = useActions();
  const set = useSet();
  const { readOnly } = usePresentation();
  const { lines, columns, values, unit, whole } = matrix;
  const labels = useMemo(() => lines.map(String), [lines]);
  const describe = (row: number, column: number): string => {
    const difference = values[row * columns + column]!;
    if (Number.isNaN(difference)) return `row ${row}, output ${column}: not computed yet`;
    const said = difference === 0 ? 'bit-equal to the row alone' : `${signedText(difference, unit)} from the row alone`;
    return `row ${row}, output ${column}: ${pythonRepr(whole.together[row * columns + column]!)}, ${said}`;
  };
  return (
    <Heatmap
      label={`Differences from the same rows one at a time, ${plural(lines.length, 'row')} by ${plural(columns, 'output')}`}
      rows={labels}
      rowTitle="row"
      columnTitle="output"
      columns={columns}
      values={values}
      revision={matrix.revision}
      limit={matrix.limit}
      caption={`Batch ${whole.plans.batch} minus the same rows one at a time, ${UNIT_CAPTIONS[unit]}`}
      formatValue={(difference) => differenceText(difference, unit)}
      describe={describe}
      idleText={`Point at a cell to read it.${readOnly ? '' : ' Choose it, or press Enter, to see its bits and trees.'}`}
      selected={selected === null ? null : { row: selected.line, column: selected.column }}
      onCursor={(cell) => point(part, cell && { line: cell.row, column: cell.column })}
      {...(!readOnly && { onSelect: ({ row, column }: HeatmapCell) => set({ cell: { line: row, column } }) })}
    />
  );
});
