import type { AlignedTerms } from '../../charts/aligned-terms';
import { countBits } from '../../charts/aligned-terms';
import { Predict } from '../../figure-parts/predictions/predict';
import { numberText } from '../../lib/number-text';
import { powerText } from '../../lib/size-text';
import { useSetFigure } from '../../figure-parts/use-set';
import field from '../../ui/field.module.css';
import { stepOf } from './step';
import { STEP_PRESETS } from './step-presets';

const OPTIONS = [
  { value: 'larger', label: 'It grows' },
  { value: 'same', label: 'It stays' },
  { value: 'smaller', label: 'It shrinks' },
] as const;

/** Asks what a V100 makes of a larger accumulator. */
export function LargerPrediction() {
  const { below, one } = STEP_PRESETS;
  const set = useSetFigure('tensor-core');
  const [before, after] = [below, one].map(({ numbers }) => stepOf('v100', numbers.accumulator, numbers.factors));
  const answer = after!.result > before!.result ? 'larger' : after!.result < before!.result ? 'smaller' : 'same';
  const [low, high] = [before!, after!].map(({ aligned }) => ({ cut: powerText(2, aligned.kept!.last), ...bitsOfProducts(aligned) }));
  return (
    <Predict
      id="larger-accumulator"
      question="A V100 adds four products of 0.75·2⁻²³ to an accumulator c. Raise c from 1 − 2⁻²⁴ to 1: what does the sum do?"
      options={OPTIONS}
      answer={answer}
      explain={
        <>
          From {numberText(before!.result)} to {numberText(after!.result)}. The larger c has a larger exponent, so all terms are cut below {high!.cut} instead of {low!.cut}: of the products’ {low!.all} bits it keeps {high!.kept} instead of {low!.kept}.{' '}
          <button type="button" className={field.button} data-control onClick={() => set({ adder: 'v100', ...below.numbers })}>
            Set the figure to it
          </button>
        </>
      }
    />
  );
}

function bitsOfProducts({ terms }: AlignedTerms): { readonly all: number; readonly kept: number } {
  const counts = terms.slice(1).map(countBits);
  return { all: counts.reduce((sum, { all }) => sum + all, 0), kept: counts.reduce((sum, { kept }) => sum + kept, 0) };
}
