import type { Settings } from '../../share/settings';
import { SETTINGS } from '../../share/settings';

/** Ways to add up that the curves compare, as the settings write them. */
export const METHODS = ['sequential', 'blocked(192)', 'lanes(8)', 'pairwise(8)', 'kahan'] as const;

export type Method = (typeof METHODS)[number];

export const DATA = ['positive', 'uniform', 'cancelling'] as const;

/** What the reader of the growth figure has set. */
export interface GrowthChoice {
  readonly data: (typeof DATA)[number];
  /** The condition number of cancelling data, as a power of ten. */
  readonly power: number;
  /** K at which the curves are read, as a power of two. */
  readonly exponent: number;
  /** The order whose spread and bounds are drawn. */
  readonly method: Method;
}

export const FIRST_CHOICE: GrowthChoice = { data: 'positive', power: 6, exponent: 12, method: 'sequential' };

export const MAX_POWER = Math.round(Math.log10(SETTINGS.condition.max));
export const MAX_EXPONENT = SETTINGS.growthMaxExponent.max;

/** Longer sums cost seconds: they are added up once somebody asks for them. */
const USUAL_EXPONENT = 16;

/** What a phrase of the text may set. */
export function acceptChoice(values: Readonly<Record<string, unknown>>): Partial<GrowthChoice> {
  const data = DATA.find((one) => one === values.data);
  const method = METHODS.find((one) => one === values.method);
  const { power, exponent } = values;
  return {
    ...(data && { data }),
    ...(method && { method }),
    ...(typeof power === 'number' && power >= 0 && power <= MAX_POWER && { power }),
    ...(typeof exponent === 'number' && Number.isInteger(exponent) && exponent >= 0 && exponent <= MAX_EXPONENT && { exponent }),
  };
}

/** The choice as the settings that are computed. */
export function settingsOfChoice({ data, power, exponent }: GrowthChoice): Partial<Settings> {
  return {
    growthData: data,
    condition: Math.min(SETTINGS.condition.max, Number((10 ** power).toPrecision(3))),
    growthMaxExponent: exponent > USUAL_EXPONENT ? MAX_EXPONENT : USUAL_EXPONENT,
    growthOrders: METHODS.join(';'),
    growthTrials: 32,
  };
}
