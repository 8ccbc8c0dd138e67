import { useContext, useEffect, useMemo, useState } from 'react';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { FigureStatesContext } from '../../store/figure-states';
import { usePresentation } from '../../ui/presentation';
import { Folded } from '../../ui/folded';
import { RangePlot } from './range-plot';
import { ToleranceCode } from './tolerance-code';
import { ToleranceTable } from './tolerance-table';
import { UnitsTable } from './units-table';
import { useJudgement } from './use-judgement';
import { VerdictControls } from './tolerance-controls';
import { verdictTarget } from './tolerance-target';
import { createVerdictStore, lockedVerdict, useVerdict, VerdictContext } from './tolerance-store';
import { VerdictWords } from './tolerance-words';
import styles from './tolerance.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function VerdictFigure() {
  const [verdict] = useState(createVerdictStore);
  const states = useContext(FigureStatesContext);
  useEffect(() => states.offer('verdict', verdictTarget(verdict)), [states, verdict]);
  const { readOnly } = usePresentation();
  const readers = useMemo(() => (readOnly ? lockedVerdict(verdict) : verdict), [readOnly, verdict]);
  return (
    <VerdictContext value={readers}>
      <Verdict />
    </VerdictContext>
  );
}

function Verdict() {
  const judged = useJudgement();
  const kind = useVerdict(({ tolerance }) => tolerance);
  const { products, absSum, pair } = judged;
  const suggested = useMemo(
    () => (products === null || absSum === null ? null : suggestTolerance(kind, pair.dtype, products, absSum)),
    [kind, pair.dtype, products, absSum],
  );
  return (
    <div className={styles.figure}>
      <VerdictControls judged={judged} />
      <VerdictWords judged={judged} />
      <Folded title="The difference in three units, and the range to expect">
        <div className={styles.evidence}>
          <UnitsTable judged={judged} />
          <RangePlot judged={judged} />
        </div>
      </Folded>
      <Folded title="Which tolerances pass">
        <ToleranceTable judged={judged} suggested={suggested} />
      </Folded>
      <ToleranceCode judged={judged} suggested={suggested} />
    </div>
  );
}
