import type { StepApart } from '../../figure-parts/addition/step-apart';
import { stepApart } from '../../figure-parts/addition/step-apart';
import { ADDERS } from '../../numerics/adders';
import { roundToFloat8 } from '../../numerics/float8';
import { roundToFloat16 } from '../../numerics/formats';
import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import type { Factors } from '../../share/special-settings';

export type StepValues = FigureValues<'tensor-core'>;
export type ShownAdder = StepValues['adder'];

export const SHOWN_ADDERS: readonly ShownAdder[] = FIGURE_SETTINGS['tensor-core'].adder.options;

/** What the adders are called here. */
export const GPU_NAMES: Readonly<Record<ShownAdder, string>> = { v100: 'V100', a100: 'A100', ada: 'L40S (Ada)', h100: 'H100', b200: 'B200', 'h100-fp8': 'H100, float8' };

/** One step of a tensor core, taken apart. */
export interface Step extends StepApart {
  /** Whether the factors had to be rounded to float8. */
  readonly rounded: boolean;
}

const ORDINARY = 'float16';
const SHORT = 'float8_e5m2';

/** The format of the factors: float16, which all tensor cores take, or float8. */
export function formatOf(name: ShownAdder): typeof ORDINARY | typeof SHORT {
  return ORDINARY in ADDERS[name].groupSizes ? ORDINARY : SHORT;
}

/** Adds up the accumulator and the products as this adder does, in one step. */
export function stepOf(name: ShownAdder, accumulator: number, factors: readonly Factors[]): Step {
  const format = formatOf(name);
  const round = (x: number): number => (format === ORDINARY ? roundToFloat16(x) : roundToFloat8(format, x, true));
  const taken = factors.map(([a, b]): Factors => [round(a), round(b)]);
  const rounded = taken.some(([a, b], i) => a !== roundToFloat16(factors[i]![0]) || b !== roundToFloat16(factors[i]![1]));
  return { ...stepApart(ADDERS[name], format, accumulator, taken), rounded };
}
