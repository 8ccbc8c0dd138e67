import { wholeFinding } from '../../figures/whole-batch/whole-finding';
import { wholeMatrix } from '../../figures/whole-batch/whole-matrix';
import { wholeSummary } from '../../figures/whole-batch/whole-summary';
import type { Settings } from '../../share/settings';
import type { Bench } from '../bench';
import { matrixDrawing } from '../drawings/matrix-drawing';
import { lastOf } from '../last-of';
import { ordersText } from '../orders-text';
import type { Poster } from '../poster';

/** All rows of one call against the same rows one at a time. */
export function wholePoster(settings: Settings, bench: Bench): Poster {
  const { result, fitted } = bench.compute('whole', settings);
  const { unit, cell } = fitted;
  const { layer } = result.spec;
  return {
    subject: `A layer ${layer.inFeatures} → ${layer.outFeatures}, ${ordersText(fitted, bench)}.`,
    finding: wholeFinding(result, lastOf(wholeSummary(result))),
    drawing: matrixDrawing(lastOf(wholeMatrix(result, unit)), { rowTitle: 'row', from: 'the row alone', selected: cell && { row: cell.line, column: cell.column } }),
  };
}
