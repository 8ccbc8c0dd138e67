import { layerTitle } from '../../lib/words';
import { wholeFinding } from '../../figure-parts/whole-batch/whole-finding';
import { wholeMatrix } from '../../figure-parts/whole-batch/whole-matrix';
import { ordersFinding, wholeOrdersPicture } from '../../figure-parts/whole-batch/whole-orders-picture';
import { wholePicture } from '../../figure-parts/whole-batch/whole-picture';
import { wholeSummary } from '../../figure-parts/whole-batch/whole-summary';
import type { PartValues } from '../../share/part-values';
import type { OfflineRunner } from '../offline-runner';
import { matrixDrawing } from '../drawings/matrix-drawing';
import { lastOf } from '../last-of';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

/** All rows of one call: how each differs from its baseline, or which orders add it up. */
export function wholePoster<P extends 'heatmap' | 'lab'>(part: P, values: PartValues[P], runner: OfflineRunner): Poster {
  const { result, fitted } = runner.compute('whole', part, values);
  const { unit, cell, mapLayer } = fitted;
  const showsOrders = mapLayer === 'orders';
  const { layer } = result.spec;
  return {
    subject: `A layer ${layerTitle(layer)}, ${ordersText(fitted, runner)}.`,
    finding: showsOrders ? ordersFinding(result) : wholeFinding(result, lastOf(wholeSummary(result))),
    drawing: matrixDrawing(showsOrders ? wholeOrdersPicture(result) : wholePicture(lastOf(wholeMatrix(result, unit))), cell && { row: cell.line, column: cell.column }),
  };
}
