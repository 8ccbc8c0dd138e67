import { useEffect, useMemo, useState } from 'react';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { offerTarget } from '../figure-targets';
import type { ExampleName } from './examples';
import { EXAMPLES } from './examples';
import { RangePlot } from './range-plot';
import { ToleranceCode } from './tolerance-code';
import { ToleranceTable } from './tolerance-table';
import { UnitsTable } from './units-table';
import { useJudgement } from './use-judgement';
import { VerdictControls } from './verdict-controls';
import type { VerdictStore } from './verdict-store';
import { createVerdictStore, useVerdict, VerdictContext } from './verdict-store';
import { VerdictWords } from './verdict-words';
import styles from './verdict.module.css';

/** Two results of the reader's: whether their difference is normal, and which tolerance fits. */
export default function VerdictFigure() {
  const [verdict] = useState(createVerdictStore);
  useEffect(() => offerTarget('verdict', phraseTarget(verdict)), [verdict]);
  return (
    <VerdictContext value={verdict}>
      <Verdict />
    </VerdictContext>
  );
}

function phraseTarget({ store, actions }: VerdictStore): Parameters<typeof offerTarget>[1] {
  return {
    read: () => ({ example: store.getState().example }),
    write: ({ example }) => {
      if (EXAMPLES.some(({ name }) => name === example)) actions.takeExample(example as ExampleName);
    },
    subscribe: (listener) => store.subscribe(listener),
  };
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
      <div className={styles.evidence}>
        <UnitsTable judged={judged} />
        <RangePlot judged={judged} />
      </div>
      <ToleranceTable judged={judged} suggested={suggested} />
      <ToleranceCode judged={judged} suggested={suggested} />
    </div>
  );
}
