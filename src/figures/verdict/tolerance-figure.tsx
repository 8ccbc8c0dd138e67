import { useMemo } from 'react';
import type { Explanation } from '../../experiments/explained';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { Folded } from '../../ui/folded';
import { ExplanationLine } from './explanation-line';
import { FiguresWords } from './figures-words';
import type { Judged } from './judged';
import { judgedOf, knownResults, pairedOf, withExplained } from './judged';
import { RangePlot } from './range-plot';
import { replyText } from './reply';
import { ReplyButton } from './reply-button';
import { ToleranceCode } from './tolerance-code';
import { ToleranceControls } from './tolerance-controls';
import { ToleranceTable } from './tolerance-table';
import { NothingWords, ToleranceWords } from './tolerance-words';
import { UnitsTable } from './units-table';
import type { ComparisonState } from './use-comparison';
import { useComparison } from './use-comparison';
import { useExplanation } from './use-explanation';
import styles from './tolerance.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function ToleranceFigure() {
  const comparison = useComparison();
  const { shown, alone, values, boxes } = comparison;
  const { dtype, products } = values;
  const paired = useMemo(() => shown && pairedOf(shown, dtype), [shown, dtype]);
  const known = useMemo(() => paired && knownResults(paired), [paired]);
  const { explanation, recorded } = useExplanation(known);
  const begin = useMemo(
    () =>
      paired &&
      function* () {
        yield yield* judgedOf(paired, products, recorded);
      },
    [paired, products, recorded],
  );
  const judged = useSliced(begin);
  return (
    <div className={styles.figure}>
      <ToleranceControls comparison={comparison} judged={judged?.compared === shown ? judged : null} />
      {shown !== null ? judged && <Verdict comparison={comparison} judged={judged} explanation={explanation} isExplainable={known !== null} isStale={judged.compared !== shown} /> : alone ? <FiguresWords figures={alone} products={products === 0 ? null : products} /> : <NothingWords boxes={boxes} />}
    </div>
  );
}

interface VerdictProps {
  readonly comparison: ComparisonState;
  readonly judged: Judged;
  readonly explanation: Explanation | null;
  /** The layer is known, so that whose digits the results are can be told. */
  readonly isExplainable: boolean;
  /** It is that of the two results before these, which are being judged. */
  readonly isStale: boolean;
}

function Verdict({ comparison, judged, explanation, isExplainable, isStale }: VerdictProps) {
  const kind = comparison.values.tolerance;
  const told = useMemo(() => withExplained(judged, explanation), [judged, explanation]);
  const { pair, judgement, products } = told;
  const suggested = useMemo(() => suggestTolerance(kind, pair, judgement, products), [kind, pair, judgement, products]);
  return (
    <div className={styles.judged} aria-busy={isStale}>
      <div>
        <ToleranceWords judged={told} isStale={isStale}>
          {isExplainable && <ExplanationLine explanation={explanation} />}
        </ToleranceWords>
        <ReplyButton text={(link) => replyText({ judged: told, explanation, suggested, kind, link })} isStale={isStale} />
      </div>
      <RangePlot judged={told} />
      <ToleranceCode comparison={comparison} judged={told} suggested={suggested} />
      <Folded title="The difference in three units">
        <UnitsTable judged={told} />
      </Folded>
      <Folded title="Which tests pass">
        <ToleranceTable comparison={comparison} judged={told} suggested={suggested} />
      </Folded>
    </div>
  );
}
