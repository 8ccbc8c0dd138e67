import { numberText } from '../../lib/number-text';
import type { Adder } from '../../numerics/adders';
import { ADDERS } from '../../numerics/adders';
import type { ShownAdder } from './step';
import { stepOf } from './step';
import { STEP_PRESETS } from './step-presets';
import { exactText } from '../../figure-parts/addition/term-words';

interface StepInTextProps {
  readonly gpu?: ShownAdder;
  /** The first preset's result or exact sum, or how many TF32 products a step takes. */
  readonly show?: 'result' | 'exact' | 'tf32';
}

/** A number from the figure, for the text. */
export function StepInText({ gpu = 'v100', show = 'result' }: StepInTextProps) {
  if (show === 'tf32') {
    const { groupSizes }: Adder = ADDERS[gpu];
    return <>{groupSizes.tf32}</>;
  }
  const { accumulator, factors } = STEP_PRESETS.three.numbers;
  const { result, exact } = stepOf(gpu, accumulator, factors);
  return <code>{show === 'exact' ? exactText(exact) : numberText(result)}</code>;
}
