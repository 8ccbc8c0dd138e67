import { styled } from '../../experiments/method-spec';
import { resolveMethod } from '../../experiments/resolve-method';
import type { Order } from '../../orders/order';
import type { FigureValues, WrittenTree } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';

/** What the figure shows; links and phrases of the text set it. */
export type StepperState = FigureValues<'stepper'>;

/** The order that a method gives this many products; null if it is written for another number, or with a bias. */
export function stepperOrder(method: WrittenTree, products: number, fused: boolean): Order | null {
  const resolved = resolveMethod(styled(method, { fused, bias: 'none' }), products, false, 'float32');
  return resolved.ok && resolved.value.kind === 'order' ? resolved.value.order : null;
}

/** The state with all parts in step: an order that fits the number of products, a step within the sum. */
export function fitted(state: StepperState): StepperState {
  const { products, fused } = state;
  const method = stepperOrder(state.method, products, fused) === null ? FIGURE_SETTINGS.stepper.method.initial : state.method;
  return { ...state, method, step: Math.min(products - 2, state.step) };
}
