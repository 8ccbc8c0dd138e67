import { outputDtype } from '../../linear/output-format';
import { roundToDtype } from '../../numerics/dtypes';
import { doubleText } from '../../lib/number-text';
import { plural } from '../../lib/words';
import { otherAdderOf } from '../../share/other-adder';
import { baselineValues } from '../../store/baseline-values';
import type { SweepRow } from '../../experiments/batch-sweep';
import { zeroDifferenceText } from '../difference-map/zero-difference-text';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import { matrixPicture } from '../difference-map/matrix-picture';
import { modelledMark } from '../difference-map/modelled-mark';
import { signedText, UNIT_CAPTIONS } from '../units';
import { baselineText } from './baseline-text';
import type { SweepMatrix } from './sweep-matrix';
import { batchOrders } from './sweep-orders';

/** The sweep's differences: a row per batch size, with its orders, and a column per output. */
export function sweepPicture(matrix: SweepMatrix): MatrixPicture {
  const { lines, columns, values, unit, sweep, baseline } = matrix;
  const from = baselineText(baseline);
  const byBatch = new Map<unknown, SweepRow>(sweep.rows.map((row) => [row.batch, row]));
  const markOf = (batch: unknown): string => modelledMark(byBatch.get(batch)?.provenance);
  const baselineMark = (batch: number): string => (otherAdderOf(baseline) === null ? markOf(baseline) : modelledMark(byBatch.get(batch)?.other?.provenance));
  const dtype = outputDtype(sweep.spec.layer);
  return {
    ...matrixPicture(matrix),
    label: `Differences from ${from}, ${plural(lines.length, 'batch size')} by ${plural(columns, 'output')}`,
    rowOrders: batchOrders(sweep),
    rowTitle: 'batch',
    caption: `Difference from ${from}, ${UNIT_CAPTIONS[unit]}`,
    describe: (row, column) => {
      const batch = lines[row]!;
      const output = byBatch.get(batch)?.values[column];
      const difference = values[row * columns + column]!;
      if (output === undefined || Number.isNaN(difference)) return `batch ${batch}, output ${column}: not computed yet`;
      const said = batch === baseline ? 'the baseline itself' : difference === 0 ? zeroDifferenceText(output, roundToDtype(dtype, baselineValues(sweep, baseline, batch)?.[column] ?? NaN), from + baselineMark(batch)) : `${signedText(difference, unit)} from ${from}${baselineMark(batch)}`;
      return `batch ${batch}, output ${column}: ${doubleText(output)}${markOf(batch)}, ${said}`;
    },
  };
}
