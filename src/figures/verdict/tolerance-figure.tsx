import { useMemo } from 'react';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { Folded } from '../../ui/folded';
import { judgedOf } from './judged';
import { RangePlot } from './range-plot';
import { ToleranceCode } from './tolerance-code';
import { ToleranceTable } from './tolerance-table';
import { UnitsTable } from './units-table';
import { VerdictControls } from './tolerance-controls';
import { VerdictWords } from './tolerance-words';
import { useVerdict } from './use-verdict';
import styles from './tolerance.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function VerdictFigure() {
  const verdict = useVerdict();
  const { shown, values } = verdict;
  const { tolerance: kind, dtype, products: given } = values;
  const judged = useMemo(() => judgedOf(shown, { dtype, products: given }), [shown, dtype, given]);
  const { products, absSum, pair } = judged;
  const suggested = useMemo(
    () => (products === null || absSum === null ? null : suggestTolerance(kind, pair.dtype, products, absSum)),
    [kind, pair.dtype, products, absSum],
  );
  return (
    <div className={styles.figure}>
      <VerdictControls verdict={verdict} judged={judged} />
      <VerdictWords judged={judged} />
      <Folded title="The difference in three units, and the range to expect">
        <div className={styles.evidence}>
          <UnitsTable judged={judged} />
          <RangePlot judged={judged} />
        </div>
      </Folded>
      <Folded title="Which tolerances pass">
        <ToleranceTable verdict={verdict} judged={judged} suggested={suggested} />
      </Folded>
      <ToleranceCode verdict={verdict} judged={judged} suggested={suggested} />
    </div>
  );
}
