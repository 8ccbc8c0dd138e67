import { EXAMPLE_LABELS } from '../../figures/verdict/examples';
import { judgedOf } from '../../figures/verdict/judged';
import { rangesOf } from '../../figures/verdict/ranges-of';
import { createVerdictStore } from '../../figures/verdict/tolerance-store';
import { verdictTarget } from '../../figures/verdict/tolerance-target';
import { VerdictWords } from '../../figures/verdict/tolerance-words';
import type { FigureValues } from '../../share/figure-settings';
import { rangeDrawing } from '../drawings/range-drawing';
import type { Poster } from '../poster';
import { WIDTH } from '../poster';
import { staticText } from '../static-text';

export function tolerancePoster(values: FigureValues<'verdict'>): Poster {
  const verdict = createVerdictStore();
  verdictTarget(verdict).write(values);
  const { pair, dtype, products, slots, example } = verdict.store.getState();
  const judged = judgedOf({ pair, dtype, products, x: slots.x.arrays?.[0], weight: slots.weight.arrays?.[0] });
  const ranges = rangesOf(judged, WIDTH, 'this difference');
  if (ranges === null) throw new Error('The verdict has no K to judge by.');
  return {
    subject: `Two results of one layer${example === null ? '' : `, ${EXAMPLE_LABELS[example]}`}.`,
    finding: [staticText(<VerdictWords judged={judged} />)],
    drawing: rangeDrawing(ranges),
  };
}
