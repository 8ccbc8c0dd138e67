import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { threeSums } from './three-sums';

/** The three numbers and both sums. */
export function threeNumbers({ parts }: Pick<State, 'parts'>): OwnNumbers {
  const { numbers } = parts['sum-of-three'];
  return { own: { abc: Float32Array.from(numbers), ...threeSums(numbers) } };
}
