import { LONG, nearerCounts, nearerFinding, nearerShares, SHORT } from '../../figures/nearer/nearer-counts';
import { formatCount } from '../../lib/words';
import { barsDrawing } from '../drawings/bars-drawing';
import { lastOf } from '../last-of';
import type { Poster } from '../poster';

export function nearerPoster(): Poster {
  const found = lastOf(nearerCounts());
  const at = (K: number) => found.find((one) => one.K === K)!;
  return {
    subject: 'Batch 1 and batch 16 in the orders of today’s PyTorch, held against the exact sum.',
    finding: nearerFinding(at(SHORT), at(LONG)),
    drawing: barsDrawing(
      'batch 1 nearer, equally near, batch 16 nearer',
      found.map((count) => ({
        name: `K = ${formatCount(count.K)}`,
        parts: nearerShares(count),
        text: `${formatCount(count.first)} : ${formatCount(count.second)}`,
      })),
    ),
  };
}
