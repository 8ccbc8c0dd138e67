import { useMemo } from 'react';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { Folded } from '../../ui/folded';
import { judgedOf } from './judged';
import { RangePlot } from './range-plot';
import { ToleranceCode } from './tolerance-code';
import { ToleranceTable } from './tolerance-table';
import { UnitsTable } from './units-table';
import { ToleranceControls } from './tolerance-controls';
import { ToleranceWords } from './tolerance-words';
import { useComparison } from './use-comparison';
import styles from './tolerance.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function ToleranceFigure() {
  const comparison = useComparison();
  const { shown, values } = comparison;
  const { tolerance: kind, dtype, products: given } = values;
  const judged = useMemo(() => judgedOf(shown, { dtype, products: given }), [shown, dtype, given]);
  const suggested = useMemo(() => suggestTolerance(kind, judged.pair, judged.judgement, judged.products), [kind, judged]);
  return (
    <div className={styles.figure}>
      <ToleranceControls comparison={comparison} judged={judged} />
      <ToleranceWords judged={judged} />
      <Folded title="The difference in three units, and the range to expect">
        <div className={styles.evidence}>
          <UnitsTable judged={judged} />
          <RangePlot judged={judged} />
        </div>
      </Folded>
      <Folded title="Which tolerances pass">
        <ToleranceTable comparison={comparison} judged={judged} suggested={suggested} />
      </Folded>
      <ToleranceCode comparison={comparison} judged={judged} suggested={suggested} />
    </div>
  );
}
