import type { Adder } from '../numerics/adders';
import { ADDERS } from '../numerics/adders';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { multiTermAdd, stepRoundoff, stepUnderflow } from '../numerics/multi-term-add';
import type { GroupRoundoff } from './height';
import { height } from './height';
import type { Order } from './order';
import type { GroupAddition } from './trace-order';

/** An adder as tracing, bounding and describing an order need it. Loads with what shows such orders, not with the page. */
export interface AdderSteps {
  readonly adder: Adder;
  readonly add: GroupAddition;
  readonly roundoff: GroupRoundoff;
  /** The most that a step of so many products loses besides, where the sum so far or its result is subnormal. */
  readonly underflow: (count: number) => number;
}

/** @param format of the factors that it takes */
export function adderSteps(name: AdderName, format: FactorFormat): AdderSteps {
  const adder = ADDERS[name];
  return { adder, add: (a, b, c) => multiTermAdd(adder, format, a, b, c), roundoff: (count) => stepRoundoff(adder, count), underflow: (count) => stepUnderflow(adder, count) };
}

/** h of any order, its groups counted by what its adder loses; see `height`. */
export function heightOf(order: Order): number {
  const { adder } = order;
  return height(order, adder && ((count) => stepRoundoff(ADDERS[adder], count)));
}
