import type { FigureId } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';

/** What figures that run experiments do not let anyone set, where it is not as the table has it. */
const FIXED_SETTINGS: { readonly [F in FigureId]?: Partial<Settings> } = {
  heatmap: { data: 'recorded' },
  neighbours: { view: 'whole', data: 'recorded' },
  depth: { schedule: 'pattern' },
  flips: { schedule: 'pattern' },
};

/** All settings of a figure's experiments, by what the figure itself is set to. */
export function experimentSettings(id: FigureId, values: Readonly<Record<string, unknown>>): Settings {
  return { ...INITIAL_SETTINGS, ...FIXED_SETTINGS[id], ...values };
}
