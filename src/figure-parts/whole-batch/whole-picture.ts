import { pythonRepr } from '../../lib/python-repr';
import { plural } from '../../lib/words';
import { zeroDifferenceText } from '../difference-map/zero-difference-text';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import { matrixPicture } from '../difference-map/matrix-picture';
import { signedText, UNIT_CAPTIONS } from '../units';
import type { WholeMatrix } from './whole-matrix';

/** What computing all rows of a batch together changed: a row per batch row, and a column per output. */
export function wholePicture(matrix: WholeMatrix): MatrixPicture {
  const { lines, columns, values, unit, whole } = matrix;
  return {
    ...matrixPicture(matrix),
    label: `Differences from the same rows one at a time, ${plural(lines.length, 'row')} by ${plural(columns, 'output')}`,
    rowTitle: 'row',
    caption: `Batch ${whole.plans.batch} minus the same rows one at a time, ${UNIT_CAPTIONS[unit]}`,
    describe: (row, column) => {
      const difference = values[row * columns + column]!;
      if (Number.isNaN(difference)) return `row ${row}, output ${column}: not computed yet`;
      const at = row * columns + column;
      const said = difference === 0 ? zeroDifferenceText(whole.together[at]!, whole.baseline[at]!, 'the row alone') : `${signedText(difference, unit)} from the row alone`;
      return `row ${row}, output ${column}: ${pythonRepr(whole.together[at]!)}, ${said}`;
    },
  };
}
