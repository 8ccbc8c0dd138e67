import { useMemo } from 'react';
import { Predict } from '../../figure-parts/predictions/predict';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';

const K = 4096;

/** Asks which way the errors of a tensor core point. */
export function DriftPrediction() {
  return (
    <PartContext value="drift-prediction">
      <Question />
    </PartContext>
  );
}

function Question() {
  useExperiments();
  const result = useResult('drift');
  const found = useMemo(() => {
    const point = result?.points.find((one) => one.K === K);
    const of = (id: string) => point?.errors.find((one) => one.id === id);
    const [tensor, plain] = [of('h100'), of('one-by-one')];
    return point && tensor && plain ? { trials: point.trials, tensor, plain } : null;
  }, [result]);
  return (
    <Predict
      id="drift"
      question={`A tensor core adds up ${formatCount(K)} positive bfloat16 products in float32 accumulators. Over many such sums: is the error as often above as below?`}
      options={[
        { value: 'both', label: 'As often above as below' },
        { value: 'below', label: 'Mostly below' },
        { value: 'above', label: 'Mostly above' },
      ]}
      answer={found && directionOf(found.tensor.tooSmall / found.trials)}
      explain={
        found && (
          <>
            On an H100, {formatCount(found.tensor.tooSmall)} of {formatCount(found.trials)} sums are too small, by {sizeText(-found.tensor.mean)} of Σ|x·w| on average. Added one by one in float32, rounded to nearest,{' '}
            {formatCount(found.plain.tooSmall)} of the same {formatCount(found.trials)} are.
          </>
        )
      }
    />
  );
}

function directionOf(below: number): 'both' | 'below' | 'above' {
  return below > 0.75 ? 'below' : below < 0.25 ? 'above' : 'both';
}
