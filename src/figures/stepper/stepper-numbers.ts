import { leavesBelow } from '../../orders/binary-tree';
import { printWrittenOrder } from '../../orders/print-order';
import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { kahanSteps } from './kahan-steps';
import { stepList } from './step-list';
import { fitted, stepperOrder } from './stepper-state';
import { stepperSum } from './stepper-sum';

/** The dot product shown, with all its steps. */
export function stepperNumbers({ parts }: Pick<State, 'parts'>): OwnNumbers {
  const state = fitted(parts.stepper);
  const { kahan } = state;
  if (stepperOrder(state.method, state.products, state.fused) === null) return {};
  const { order, tree, x, w, adder } = stepperSum(state);
  const leaves = leavesBelow(tree, tree.root);
  const { steps, ...list } = stepList(tree, x, w, adder);
  return {
    dot: { x, weight: w, format: adder?.format ?? 'float32', order: printWrittenOrder(order), result: steps.at(-1)!.addition.sum, kahan: kahan ? leaves : null },
    own: { ...list, steps, kahan: kahan ? kahanSteps(leaves, x, w) : null },
  };
}
