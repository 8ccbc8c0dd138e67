import type { AdderName } from '../numerics/group-sizes';
import type { FactorFormat } from '../numerics/formats';
import type { FamilySpec } from '../orders/families';
import type { GrowthMethod } from './growth-strip';
import { PROMOTED_EVERY } from './promoted-every';

const CHAIN = (adder: AdderName): FamilySpec => ({ name: 'sequential', adder });

function sum(family: FamilySpec, inputs: FactorFormat, factors: FactorFormat): Omit<GrowthMethod, 'id'> {
  return { method: { kind: 'family', family, fused: false, bias: 'none' }, inputs, factors };
}

/**
 * The sums whose drift is compared: on tensor cores, and in float32 one by one of the same bfloat16 numbers.
 *
 * A V100 takes float16. The numbers of these curves, multiples of 2⁻²⁴ below 1 in size, fit it once they are rounded to
 * bfloat16, so that it gets the same ones: they have at most 8 significant bits, and none is finer than float16's last.
 */
export const DRIFT_SUMS = {
  v100: sum(CHAIN('v100'), 'bfloat16', 'float16'),
  a100: sum(CHAIN('a100'), 'bfloat16', 'bfloat16'),
  h100: sum(CHAIN('h100'), 'bfloat16', 'bfloat16'),
  'h100-fp8': sum(CHAIN('h100-fp8'), 'float8_e4m3', 'float8_e4m3'),
  promoted: sum({ name: 'blocked', size: PROMOTED_EVERY, adder: 'h100-fp8' }, 'float8_e4m3', 'float8_e4m3'),
  'one-by-one': sum({ name: 'sequential' }, 'bfloat16', 'bfloat16'),
} as const satisfies Readonly<Record<string, Omit<GrowthMethod, 'id'>>>;

export type DriftSum = keyof typeof DRIFT_SUMS;

/** As growth curves, in the order of the table. */
export const DRIFT_METHODS: readonly GrowthMethod[] = Object.entries(DRIFT_SUMS).map(([id, method]) => ({ id, ...method }));
