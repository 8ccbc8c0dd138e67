import { resolveMethod } from '../../experiments/method-spec';
import type { Order } from '../../orders/order';
import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { parseMethod } from '../../share/schedule-text';

/** What the figure shows; links and phrases of the text set it. */
export type StepperState = FigureValues<'stepper'>;

/** The order that a method's text means for this many products; null where it means none. */
export function stepperOrder(method: string, products: number, fused: boolean): Order | null {
  const spec = parseMethod(method, { fused, bias: 'none' });
  if (!spec.ok) return null;
  const resolved = resolveMethod(spec.value, products, false);
  return resolved.ok && resolved.value.kind === 'order' ? resolved.value.order : null;
}

/** The state in which everything fits: steps within the sum, an order for its products. */
export function fitted(state: StepperState): StepperState {
  const { products, fused } = state;
  const method = stepperOrder(state.method, products, fused) === null ? FIGURE_SETTINGS.stepper.method.initial : state.method;
  return { ...state, method, step: Math.min(products - 2, state.step) };
}
