import { useMemo } from 'react';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { Folded } from '../../ui/folded';
import { FiguresWords } from './figures-words';
import type { Judged } from './judged';
import { judgedOf } from './judged';
import { RangePlot } from './range-plot';
import { ToleranceCode } from './tolerance-code';
import { ToleranceControls } from './tolerance-controls';
import { ToleranceTable } from './tolerance-table';
import { NothingWords, ToleranceWords } from './tolerance-words';
import { UnitsTable } from './units-table';
import type { ComparisonState } from './use-comparison';
import { useComparison } from './use-comparison';
import styles from './tolerance.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function ToleranceFigure() {
  const comparison = useComparison();
  const { shown, alone, values } = comparison;
  const { dtype, products } = values;
  const judged = useMemo(() => shown && judgedOf(shown, { dtype, products }), [shown, dtype, products]);
  return (
    <div className={styles.figure}>
      <ToleranceControls comparison={comparison} judged={judged} />
      {judged ? <Verdict comparison={comparison} judged={judged} /> : alone ? <FiguresWords figures={alone} products={products === 0 ? null : products} /> : <NothingWords boxes={comparison.boxes} />}
    </div>
  );
}

function Verdict({ comparison, judged }: { readonly comparison: ComparisonState; readonly judged: Judged }) {
  const kind = comparison.values.tolerance;
  const { pair, judgement, products } = judged;
  const suggested = useMemo(() => suggestTolerance(kind, pair, judgement, products), [kind, pair, judgement, products]);
  return (
    <>
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
    </>
  );
}
