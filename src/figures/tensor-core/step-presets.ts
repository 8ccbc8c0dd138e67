import { makeLayer } from '../../linear/make-layer';
import { roundToBfloat16 } from '../../numerics/formats';
import { sameValue } from '../../share/setting-table';
import type { Factors } from '../../share/special-settings';
import type { StepValues } from './step';

export type StepNumbers = Pick<StepValues, 'accumulator' | 'factors'>;

interface StepPreset {
  readonly label: string;
  readonly numbers: StepNumbers;
}

const SEED = 72;
/** Products before the four that are shown. */
const BEFORE = 1020;

/** The last four of 1024 products of seeded positive numbers in bfloat16, and a float32 sum of those before. */
function ordinary(): StepNumbers {
  const { x, weight } = makeLayer({ kind: 'positive', seed: SEED }, { inFeatures: BEFORE + 4, outFeatures: 1, rows: 1, bias: false });
  const pairs = Array.from(x, (value, k): Factors => [roundToBfloat16(value), roundToBfloat16(weight[k]!)]);
  return { accumulator: pairs.slice(0, BEFORE).reduce((sum, [a, b]) => Math.fround(sum + a * b), 0), factors: pairs.slice(BEFORE) };
}

const small: readonly Factors[] = Array.from({ length: 4 }, () => [1.5 * 2 ** -12, 2 ** -12]);

export const STEP_PRESETS = {
  three: { label: '2²³ − 2²³ − 0.5 − 0.25 − 0.125', numbers: { accumulator: 2 ** 23, factors: [[-4096, 2048], [-0.5, 1], [-0.25, 1], [-0.125, 1]] } },
  below: { label: '1 − 2⁻²⁴ + 4 · 0.75·2⁻²³', numbers: { accumulator: 1 - 2 ** -24, factors: small } },
  one: { label: '1 + 4 · 0.75·2⁻²³', numbers: { accumulator: 1, factors: small } },
  ordinary: { label: 'ordinary numbers', numbers: ordinary() },
} as const satisfies Record<string, StepPreset>;

type StepPresetName = keyof typeof STEP_PRESETS;

/** The preset with these numbers; null for the reader's own. */
export function presetOf(numbers: StepNumbers): StepPresetName | null {
  const names = Object.keys(STEP_PRESETS) as StepPresetName[];
  return names.find((name) => sameValue(STEP_PRESETS[name].numbers, { accumulator: numbers.accumulator, factors: numbers.factors })) ?? null;
}
