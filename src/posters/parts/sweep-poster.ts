import { layerTitle } from '../../lib/words';
import { sweepMatrix } from '../../figure-parts/sweep/sweep-matrix';
import { sweepOrdersFinding, sweepOrdersPicture } from '../../figure-parts/sweep/sweep-orders-picture';
import { sweepPicture } from '../../figure-parts/sweep/sweep-picture';
import type { PartValues } from '../../share/part-values';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import type { OfflineRunner } from '../offline-runner';
import { matrixDrawing } from '../drawings/matrix-drawing';
import { lastOf } from '../last-of';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

/** One row in calls of many batch sizes: the heatmap of chapter 5, or the Lab's. */
export function sweepPoster<P extends 'heatmap' | 'lab'>(part: P, values: PartValues[P], runner: OfflineRunner, finding: (sweep: SweepResult, baseline: Baseline) => readonly string[]): Poster {
  const { result, fitted } = runner.compute('sweep', part, values);
  const { baseline, unit, cell, mapLayer } = fitted;
  const showsOrders = mapLayer === 'orders';
  const { layer } = result.spec;
  const matrix = lastOf(sweepMatrix(result, baseline, unit));
  const row = cell === null ? -1 : matrix.lines.indexOf(cell.line);
  return {
    subject: `One row through a layer ${layerTitle(layer)}${layer.format === 'float32' ? '' : ` in ${layer.format}`}, ${ordersText(fitted, runner)}.`,
    finding: showsOrders ? sweepOrdersFinding(result) : finding(result, baseline),
    drawing: matrixDrawing(showsOrders ? sweepOrdersPicture(result) : sweepPicture(matrix), cell === null || row < 0 ? null : { row, column: cell.column }),
  };
}
