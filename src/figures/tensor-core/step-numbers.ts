import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { formatOf, SHOWN_ADDERS, stepOf } from './step';

/** The step, term by term, and what each adder makes of the same terms. */
export function stepNumbers({ parts }: Pick<State, 'parts'>): OwnNumbers {
  const { adder: name, accumulator, factors } = parts['tensor-core'];
  const { adder, terms, sum, result, exact, error, bits } = stepOf(name, accumulator, factors);
  return {
    own: {
      adder: { name, factors: formatOf(name), ...adder },
      terms,
      sum,
      result: Float32Array.of(result),
      exact,
      error,
      bits,
      results: Object.fromEntries(SHOWN_ADDERS.map((one) => [one, Float32Array.of(stepOf(one, accumulator, factors).result)])),
    },
  };
}
