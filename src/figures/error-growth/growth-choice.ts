import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';

/** What the reader of the growth figure has set. */
export type GrowthChoice = FigureValues<'error-growth'>;

export type Method = GrowthChoice['method'];

/** The summation methods that the curves compare, as the settings name them. */
export const METHODS = FIGURE_SETTINGS['error-growth'].method.options;

export const METHOD_NAMES: Readonly<Record<Method, string>> = {
  sequential: 'one by one',
  'blocked(192)': 'blocks of 192',
  'lanes(8)': '8 lanes',
  'pairwise(8)': 'pairwise',
  kahan: 'Kahan',
};

/** The order that one is held against: a plain loop, and that against adding by halves. */
export function rivalOf(method: Method): Method {
  return method === 'sequential' ? 'pairwise(8)' : 'sequential';
}

export const MAX_POWER = FIGURE_SETTINGS['error-growth'].power.max;
