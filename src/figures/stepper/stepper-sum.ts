import { roundToFactor } from '../../numerics/float8';
import type { FactorFormat } from '../../numerics/formats';
import type { AdderName } from '../../numerics/group-sizes';
import type { AdderSteps } from '../../orders/adder-steps';
import { adderSteps } from '../../orders/adder-steps';
import type { BinaryTree } from '../../orders/binary-tree';
import { binaryTree } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { stepperData } from './stepper-data';
import type { StepperState } from './stepper-state';
import { stepperFormat, stepperOrder } from './stepper-state';

/** What adds the groups of the sum, and the format of the numbers that it takes. */
interface StepperAdder extends AdderSteps {
  readonly name: AdderName;
  readonly format: FactorFormat;
}

/** What the figure adds up, and in which order. */
export interface StepperSum {
  readonly order: Order;
  readonly tree: BinaryTree;
  /** Rounded to what the adder takes, if there is one. */
  readonly x: Float32Array;
  readonly w: Float32Array;
  readonly adder: StepperAdder | null;
}

/** @param state as `fitted` returns it */
export function stepperSum({ products, seed, data, method, fused }: Pick<StepperState, 'products' | 'seed' | 'data' | 'method' | 'fused'>): StepperSum {
  const order = stepperOrder(method, products, fused)!;
  const tree = binaryTree(order);
  const { x, w } = stepperData(data, seed, products);
  const format = stepperFormat(method);
  if (order.adder === null || format === 'float32') return { order, tree, x, w, adder: null };
  const round = (values: Float32Array): Float32Array => values.map((value) => roundToFactor(format, value));
  return { order, tree, x: round(x), w: round(w), adder: { ...adderSteps(order.adder, format), name: order.adder, format } };
}
