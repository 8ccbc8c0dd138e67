import { doubleText } from '../../lib/number-text';
import { plural } from '../../lib/words';
import { zeroDifferenceText } from '../difference-map/zero-difference-text';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import { matrixPicture } from '../difference-map/matrix-picture';
import { modelledMark, provenanceAt } from '../difference-map/modelled-mark';
import { signedText, UNIT_CAPTIONS } from '../units';
import { baselineWords } from './whole-baseline';
import type { WholeMatrix } from './whole-matrix';

/** The differences of a whole batch from its baseline: a row per batch row, and a column per output. */
export function wholePicture(matrix: WholeMatrix): MatrixPicture {
  const { lines, columns, values, unit, whole } = matrix;
  const { one, all, minus } = baselineWords(whole);
  const { together, baseline } = whole.plans;
  const from = (row: number): string => one + modelledMark(provenanceAt(baseline, row));
  return {
    ...matrixPicture(matrix),
    label: `Differences from ${all}, ${plural(lines.length, 'row')} by ${plural(columns, 'output')}`,
    rowTitle: 'row',
    caption: `${minus}, ${UNIT_CAPTIONS[unit]}`,
    describe: (row, column) => {
      const difference = values[row * columns + column]!;
      if (Number.isNaN(difference)) return `row ${row}, output ${column}: not computed yet`;
      const at = row * columns + column;
      const said = difference === 0 ? zeroDifferenceText(whole.together[at]!, whole.baseline[at]!, from(row)) : `${signedText(difference, unit)} from ${from(row)}`;
      return `row ${row}, output ${column}: ${doubleText(whole.together[at]!)}${modelledMark(provenanceAt(together, row))}, ${said}`;
    },
  };
}
