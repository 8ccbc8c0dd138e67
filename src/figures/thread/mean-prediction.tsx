import { useMemo } from 'react';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';
import { Predict } from '../../figure-parts/predictions/predict';
import { rowsCompared } from './compared-rows';

/** Asks whether equal means imply equal outputs: today's PyTorch prints five equal lines for the thread's code. */
export function MeanPrediction() {
  return (
    <PartContext value="mean-prediction">
      <Question />
    </PartContext>
  );
}

function Question() {
  useExperiments();
  const result = useResult('thread');
  const found = useMemo(() => {
    if (result === null || result.rows.length < result.spec.thread.printed.length) return null;
    const { single, beside } = rowsCompared(result.rows, 0);
    const differing = single.values.filter((value, j) => !Object.is(value, beside.values[j])).length;
    return { differing, of: single.values.length, lines: new Set(result.rows.map(({ meanText }) => meanText)).size };
  }, [result]);
  return (
    <Predict
      id="mean-hides"
      question="Today’s PyTorch prints five equal lines for the same code. Do the eight outputs behind each line agree as well?"
      options={[
        { value: 'agree', label: 'They agree' },
        { value: 'differ', label: 'Some differ' },
      ]}
      answer={found && (found.differing === 0 ? 'agree' : 'differ')}
      explain={
        found && (
          <>
            {found.lines === 1 ? 'All five means print the same digits' : `The five means print ${found.lines} different texts`}, and {found.differing} of the {found.of} outputs differ between
            batch 1 and batch 16. A mean hides that, so this page shows outputs.
          </>
        )
      }
    />
  );
}
