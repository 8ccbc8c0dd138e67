import { doubleText, numberText } from '../../lib/number-text';
import { Predict } from '../../figure-parts/predictions/predict';
import { PRESETS, threeSums } from './three-sums';

/** Asks whether the textbook example for float64 also works in float32. */
export function ThreePrediction() {
  const { left, right } = threeSums(PRESETS.tenths.numbers);
  const same = Object.is(left.result, right.result);
  // The same sums in doubles, as JavaScript itself rounds them.
  const doubles = [0.1 + 0.2 + 0.3, 0.1 + (0.2 + 0.3)] as const;
  return (
    <Predict
      id="three-tenths"
      question="Is (0.1 + 0.2) + 0.3 equal to 0.1 + (0.2 + 0.3) in float32?"
      options={[
        { value: 'equal', label: 'They are equal' },
        { value: 'differ', label: 'They differ' },
      ]}
      answer={same ? 'equal' : 'differ'}
      explain={
        <>
          In float32 they are {numberText(left.result)} and {numberText(right.result)}
          {same && left.first.lost !== right.first.lost && ', although the roundings on the way differ'}. In float64 they are {doubleText(doubles[0])} and {doubleText(doubles[1])}. Two orders may
          agree on some numbers; nothing makes them agree on all.
        </>
      }
    />
  );
}
