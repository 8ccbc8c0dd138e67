import { shortOrder } from '../../charts/short-order';
import { indicesOf } from '../../linear/index-ranges';
import { pythonRepr } from '../../lib/python-repr';
import { formatCount, plural } from '../../lib/words';
import { zeroDifferenceText } from '../difference-map/zero-difference-text';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import { matrixPicture } from '../difference-map/matrix-picture';
import { signedText, UNIT_CAPTIONS } from '../units';
import { baselineWords } from './whole-baseline';
import type { WholeMatrix } from './whole-matrix';
import type { PlannedWhole } from './whole-orders';
import { callOrders } from './whole-orders';

/** The differences of a whole batch from its baseline: a row per batch row, and a column per output. */
export function wholePicture(matrix: WholeMatrix): MatrixPicture {
  const { lines, columns, values, unit, whole } = matrix;
  const { one, all, minus } = baselineWords(whole);
  return {
    ...matrixPicture(matrix),
    label: `Differences from ${all}, ${plural(lines.length, 'row')} by ${plural(columns, 'output')}`,
    rowTitle: 'row',
    caption: `${minus}, ${UNIT_CAPTIONS[unit]}`,
    describe: (row, column) => {
      const difference = values[row * columns + column]!;
      if (Number.isNaN(difference)) return `row ${row}, output ${column}: not computed yet`;
      const at = row * columns + column;
      const said = difference === 0 ? zeroDifferenceText(whole.together[at]!, whole.baseline[at]!, one) : `${signedText(difference, unit)} from ${one}`;
      return `row ${row}, output ${column}: ${pythonRepr(whole.together[at]!)}, ${said}`;
    },
  };
}

/** The order that each output of the call takes: the tiles of the kernel. */
export function ordersPicture(whole: PlannedWhole): MatrixPicture {
  const { batch, outFeatures: columns, together } = whole.plans;
  const orders = callOrders(whole);
  const places = new Map(orders.map(({ key }, place) => [key, place]));
  const values = new Float64Array(batch * columns);
  for (const { rows, orders: uses } of together) {
    for (const row of indicesOf(rows)) {
      for (const { key, columns: ranges } of uses) for (const [from, to] of ranges) values.fill(places.get(key)!, row * columns + from, row * columns + to + 1);
    }
  }
  const lines = Array.from({ length: batch }, (_, row) => row);
  return {
    lines,
    rows: lines.map(String),
    rowTitle: 'row',
    columnTitle: 'output',
    columns,
    values,
    scale: { kind: 'orders', orders: orders.map(({ mark, text, outputs }) => ({ mark, text, count: `${formatCount(outputs)} of ${plural(values.length, 'output')}` })) },
    label: `Orders of addition, ${plural(batch, 'row')} by ${plural(columns, 'output')}`,
    caption: `The order in which one call of ${plural(batch, 'row')} adds up each output`,
    describe: (row, column) => {
      const { mark, text } = orders[values[row * columns + column]!]!;
      return `row ${row}, output ${column}: order ${mark.letter}, ${shortOrder(text)}`;
    },
  };
}
