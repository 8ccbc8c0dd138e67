import { adderOfMethod, styled } from '../../experiments/method-spec';
import { resolveMethod } from '../../experiments/resolve-method';
import type { NumberFormat } from '../../linear/layer';
import type { FactorFormat } from '../../numerics/formats';
import type { GroupSizes } from '../../numerics/group-sizes';
import { GROUP_SIZES } from '../../numerics/group-sizes';
import { binaryTree, INNER } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import type { FigureValues, WrittenTree } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';

/** What the figure shows; links and phrases of the text set it. */
export type StepperState = FigureValues<'stepper'>;

/** The format of the numbers that a method adds up: of an adder, bfloat16 if it takes that, else the first that it takes. */
export function stepperFormat(method: WrittenTree): Extract<NumberFormat, FactorFormat | 'float32'> {
  const adder = adderOfMethod(method);
  if (adder === null) return 'float32';
  const sizes: GroupSizes = GROUP_SIZES[adder];
  return sizes.bfloat16 === undefined ? (Object.keys(sizes)[0] as FactorFormat) : 'bfloat16';
}

/** The order that a method gives this many products; null if it is written for another number, or with a bias. */
export function stepperOrder(method: WrittenTree, products: number, fused: boolean): Order | null {
  const resolved = resolveMethod(styled(method, { fused, bias: 'none' }), products, false, stepperFormat(method));
  return resolved.ok && resolved.value.kind === 'order' ? resolved.value.order : null;
}

/**
 * The state with all parts in step: an order that fits the number of products, a step within the sum, and Kahan's sum only
 * where there is a step for each of its own.
 */
export function fitted(state: StepperState): StepperState {
  const { products, fused } = state;
  const order = stepperOrder(state.method, products, fused);
  const method = order === null ? FIGURE_SETTINGS.stepper.method.initial : state.method;
  const steps = order === null ? products - 1 : binaryTree(order).leaf.filter((leaf) => leaf === INNER).length;
  return { ...state, method, step: Math.min(steps - 1, state.step), kahan: state.kahan && adderOfMethod(method) === null };
}
