import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import type { Settings } from '../../share/settings';
import { COMPARED_METHODS, SETTINGS } from '../../share/settings';

/** What the reader of the growth figure has set. */
export type GrowthChoice = FigureValues<'error-growth'>;

export type Method = GrowthChoice['method'];

/** Ways to add up that the curves compare, as the settings write them. */
export const METHODS = FIGURE_SETTINGS['error-growth'].method.options;

export const MAX_POWER = FIGURE_SETTINGS['error-growth'].power.max;
export const MAX_EXPONENT = FIGURE_SETTINGS['error-growth'].exponent.max;

/** Longer sums cost seconds: they are added up once somebody asks for them. */
const USUAL_EXPONENT = 16;

/** The choice as the settings that are computed. */
export function settingsOfChoice({ data, power, exponent }: GrowthChoice): Partial<Settings> {
  return {
    growthData: data,
    condition: Math.min(SETTINGS.condition.max, Number((10 ** power).toPrecision(3))),
    growthMaxExponent: exponent > USUAL_EXPONENT ? MAX_EXPONENT : USUAL_EXPONENT,
    growthOrders: Object.values(COMPARED_METHODS),
    growthTrials: 32,
  };
}
