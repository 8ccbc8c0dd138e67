import { Predict } from '../../figure-parts/predictions/predict';
import { placesFinding } from '../../figure-parts/whole-batch/whole-finding';
import { useExperiments, useResult } from '../../store/use-part';
import { PartContext } from '../../store/use-store';

/** Asks whether a row's place in a call changes its result, of a library whose rows were all recorded. */
export function PlaceQuestion() {
  return (
    <PartContext value="place-prediction">
      <Question />
    </PartContext>
  );
}

function Question() {
  useExperiments();
  const whole = useResult('whole');
  const found = whole?.plans.provenance === 'recorded' ? placesFinding(whole) : null;
  return (
    <Predict
      id="same-in-every-place"
      question="NumPy 2.4 with OpenBLAS, 768 → 768: one row, repeated 128 times in a single call. How many different results come out?"
      options={[
        { value: 'one', label: 'One' },
        { value: 'several', label: 'Several' },
      ]}
      answer={found && (whole?.results?.length === 1 ? 'one' : 'several')}
      explain={found?.join(' ')}
    />
  );
}
