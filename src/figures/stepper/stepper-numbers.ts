import { binaryTree, leavesBelow } from '../../orders/binary-tree';
import { printOrder } from '../../orders/print-order';
import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { kahanSteps } from './kahan-steps';
import { stepList } from './step-list';
import { stepperData } from './stepper-data';
import { fitted, stepperOrder } from './stepper-state';

/** The dot product shown, with all its steps. */
export function stepperNumbers({ parts }: Pick<State, 'parts'>): OwnNumbers {
  const { products, seed, data, method, fused, kahan } = fitted(parts.stepper);
  const order = stepperOrder(method, products, fused);
  if (order === null) return {};
  const tree = binaryTree(order);
  const { x, w } = stepperData(data, seed, products);
  const leaves = leavesBelow(tree, tree.root);
  const { steps, ...list } = stepList(tree, x, w);
  return {
    dot: { x, weight: w, order: printOrder(order), result: steps.at(-1)!.addition.sum, kahan: kahan ? leaves : null },
    own: { ...list, steps, kahan: kahan ? kahanSteps(leaves, x, w) : null },
  };
}
