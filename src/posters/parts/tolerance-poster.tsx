import { recordedOrders } from '../../experiments/explain-candidates';
import { explanationOf } from '../../experiments/explained';
import { comparisonOf } from '../../figures/verdict/boxes';
import { EXAMPLE_LABELS } from '../../figures/verdict/examples';
import { ExplanationWords } from '../../figures/verdict/explanation-line';
import { judgedOf, knownResults, pairedOf, withExplained } from '../../figures/verdict/judged';
import { rangesOf } from '../../figures/verdict/ranges-of';
import { Reasons, ToleranceWords } from '../../figures/verdict/tolerance-words';
import { runThrough } from '../../lib/run-through';
import type { FigureValues } from '../../share/figure-settings';
import { NOTHING_PASTED } from '../../store/pasted';
import { rangeDrawing } from '../drawings/range-drawing';
import type { OfflineRunner } from '../offline-runner';
import type { Poster } from '../poster';
import { WIDTH } from '../poster';
import { staticText } from '../static-text';

export function tolerancePoster(values: FigureValues<'verdict'>, runner: OfflineRunner): Poster {
  const { example } = values;
  const { shown } = comparisonOf(values, NOTHING_PASTED);
  if (shown === null) throw new Error('The verdict has no two results to compare.');
  const paired = pairedOf(shown, values.dtype);
  const known = knownResults(paired);
  const explained = known && runner.explain(known);
  const judged = runThrough(judgedOf(paired, values.products, explained ? recordedOrders(explained.spec.recordings, explained.spec.layer.bias) : []));
  const ranges = rangesOf(judged, WIDTH, 'this difference');
  if (ranges === null) throw new Error('The verdict has no K to judge by.');
  const explanation = explained?.summary ? explanationOf(explained.matches, explained.summary) : null;
  return {
    subject: `Two results of one layer${example === 'none' ? '' : `, ${EXAMPLE_LABELS[example]}`}.`,
    finding: [
      staticText(
        <ToleranceWords judged={withExplained(judged, explanation)}>
          <Reasons judged={withExplained(judged, explanation)}>{explanation && <ExplanationWords explanation={explanation} />}</Reasons>
        </ToleranceWords>,
      ),
    ],
    drawing: rangeDrawing(ranges),
  };
}
