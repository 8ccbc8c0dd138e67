import { useMemo } from 'react';
import { formatCount } from '../../lib/words';
import { summariseDifferences } from '../../experiments/summarise-differences';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';
import { Predict } from '../../figure-parts/predictions/predict';
import { sizeText } from '../../lib/size-text';
import styles from './tolerance.module.css';

/** Asks what `allclose` says with its defaults to the layer that the chapter judges. */
export function AllclosePrediction() {
  return (
    <div className={styles.prediction}>
      <PartContext value="allclose-prediction">
        <Question />
      </PartContext>
    </div>
  );
}

function Question() {
  useExperiments();
  const result = useResult('sweep');
  const found = useMemo(() => {
    const [alone, beside] = result?.rows ?? [];
    if (result === null || alone === undefined || beside === undefined) return null;
    const { verdicts, maxAbs } = summariseDifferences(alone.values, beside.values, result.references.absSum);
    const of = (id: string) => verdicts.find(({ tolerance }) => tolerance.id === id)!;
    const allclose = of('allclose');
    return { allclose, assertClose: of('assert-close-float32'), maxAbs, outputs: alone.values.length, worst: beside.values[allclose.worstIndex] ?? NaN };
  }, [result]);
  return (
    <Predict
      id="allclose"
      question="A 768 → 768 layer of PyTorch 2.13, one row: batch 1 against batch 128. Does torch.allclose pass with its defaults?"
      options={[
        { value: 'passes', label: 'It passes' },
        { value: 'fails', label: 'It fails' },
      ]}
      answer={found && (found.allclose.close ? 'passes' : 'fails')}
      explain={
        found && (
          <>
            {found.allclose.close ? 'All' : `${formatCount(found.allclose.failing)} of ${formatCount(found.outputs)}`} outputs {found.allclose.close ? 'pass' : 'are outside its limit'}, although no two differ by
            more than {sizeText(found.maxAbs)}. The worst is {sizeText(found.worst)}, near zero, where 10⁻⁵·|b| allows next to nothing.{' '}
            <code>torch.testing.assert_close</code> {found.assertClose.close ? 'passes' : `fails at ${formatCount(found.assertClose.failing)}`}.
          </>
        )
      }
    />
  );
}
