import { resolveMethod } from '../../experiments/method-spec';
import type { Order } from '../../orders/order';
import { parseMethod, printMethod } from '../../share/policy-text';
import type { DataKind } from './stepper-data';
import { DATA_KINDS } from './stepper-data';

/** What the figure shows; phrases of the text set it by these names. */
export interface StepperState {
  readonly products: number;
  readonly seed: number;
  readonly data: DataKind;
  /** An order's family, as `printMethod` writes it, or the order in the notation. */
  readonly method: string;
  /** Whether a family's products are fused. */
  readonly fused: boolean;
  readonly kahan: boolean;
  /** What the plot of errors is drawn to. */
  readonly scale: 'errors' | 'bound';
  readonly step: number;
}

export const LEAST_PRODUCTS = 4;
export const MOST_PRODUCTS = 64;

export const INITIAL: StepperState = { products: 16, seed: 72, data: 'torch', method: 'sequential', fused: false, kahan: false, scale: 'errors', step: 0 };

/** The order that a method's text means for this many products; null where it means none. */
export function stepperOrder(method: string, products: number, fused: boolean): Order | null {
  const spec = parseMethod(method, { fused, bias: 'none' });
  if (!spec.ok) return null;
  const resolved = resolveMethod(spec.value, products, false);
  return resolved.ok && resolved.value.kind === 'order' ? resolved.value.order : null;
}

/** The state after a change, in which everything fits: steps within the sum, an order for its products. */
export function changed(state: StepperState, change: Partial<StepperState>): StepperState {
  const next = { ...state, ...change };
  const products = Math.min(MOST_PRODUCTS, Math.max(LEAST_PRODUCTS, Math.round(next.products)));
  const method = stepperOrder(next.method, products, next.fused) === null ? INITIAL.method : next.method;
  const step = Math.min(products - 2, Math.max(0, Math.round(next.step)));
  return { ...next, products, method, step };
}

/** What of a phrase's values can be used. */
export function accepted(values: Readonly<Record<string, unknown>>, now: StepperState): StepperState {
  const { products, seed, data, method, fused, kahan, scale, step } = values;
  const kind = DATA_KINDS.find((known) => known === data);
  const spec = typeof method === 'string' ? parseMethod(method, { fused: false, bias: 'none' }) : null;
  return changed(now, {
    ...(isNumber(products) && { products }),
    ...(isNumber(seed) && { seed }),
    ...(kind && { data: kind }),
    ...(spec?.ok && { method: printMethod(spec.value) }),
    ...(typeof fused === 'boolean' && { fused }),
    ...(typeof kahan === 'boolean' && { kahan }),
    ...((scale === 'errors' || scale === 'bound') && { scale }),
    ...(isNumber(step) && { step }),
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
