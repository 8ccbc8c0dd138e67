import { memo, useMemo } from 'react';
import { Heatmap } from '../../charts/heatmap';
import type { HeatmapCell } from '../../charts/heatmap-cell';
import { orderColour } from '../order-colours';
import { pythonRepr } from '../../lib/python-repr';
import type { CellPlace } from '../../share/special-settings';
import { useActions, usePart } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import { useSet } from '../use-set';
import { differenceText, signedText, UNIT_CAPTIONS } from '../units';
import { baselineText } from './baseline-text';
import type { SweepMatrix } from './sweep-matrix';
import { plural } from '../../lib/words';

interface SweepMapProps {
  readonly matrix: SweepMatrix;
  readonly selected: CellPlace | null;
}

/** The sweep's differences: a row per batch size, a column per output. */
export const SweepMap = memo(function SweepMap({ matrix, selected }: SweepMapProps) {
  const part = usePart();
  const { point } = useActions();
  const set = useSet();
  const { readOnly } = usePresentation();
  const { lines, columns, values, unit, sweep, baseline } = matrix;
  const labels = useMemo(() => lines.map(String), [lines]);
  const rowColours = useMemo(() => {
    const byBatch = new Map(sweep.rows.map((row) => [row.batch, row.orders.map(({ key }) => orderColour(key))]));
    return lines.map((batch) => byBatch.get(batch) ?? []);
  }, [lines, sweep]);
  const describe = (row: number, column: number): string => {
    const batch = lines[row]!;
    const output = sweep.rows.find((one) => one.batch === batch)?.values[column];
    const difference = values[row * columns + column]!;
    if (output === undefined || Number.isNaN(difference)) return `batch ${batch}, output ${column}: not computed yet`;
    const said = batch === baseline ? 'the baseline itself' : difference === 0 ? `bit-equal to ${baselineText(baseline)}` : `${signedText(difference, unit)} from ${baselineText(baseline)}`;
    return `batch ${batch}, output ${column}: ${pythonRepr(output)}, ${said}`;
  };
  const at = selected === null ? -1 : lines.indexOf(selected.line);
  return (
    <Heatmap
      label={`Differences from ${baselineText(baseline)}, ${plural(lines.length, 'batch size')} by ${plural(columns, 'output')}`}
      rows={labels}
      rowColours={rowColours}
      rowTitle="batch"
      columnTitle="output"
      columns={columns}
      values={values}
      revision={matrix.revision}
      limit={matrix.limit}
      caption={`Difference from ${baselineText(baseline)}, ${UNIT_CAPTIONS[unit]}`}
      formatValue={(difference) => differenceText(difference, unit)}
      describe={describe}
      idleText={`Point at a cell to read it.${readOnly ? '' : ' Choose it, or press Enter, to see its bits and trees.'}`}
      selected={at < 0 ? null : { row: at, column: selected!.column }}
      onCursor={(cell) => point(part, cell && { line: lines[cell.row]!, column: cell.column })}
      {...(!readOnly && { onSelect: ({ row, column }: HeatmapCell) => set({ cell: { line: lines[row]!, column } }) })}
    />
  );
});
