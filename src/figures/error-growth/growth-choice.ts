import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';

/** What the reader of the growth figure has set. */
export type GrowthChoice = FigureValues<'error-growth'>;

export type Method = GrowthChoice['method'];

/** The summation methods that the curves compare, as the settings name them. */
export const METHODS = FIGURE_SETTINGS['error-growth'].method.options;

export const MAX_POWER = FIGURE_SETTINGS['error-growth'].power.max;
