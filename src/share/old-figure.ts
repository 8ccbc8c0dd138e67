import type { Preset } from './presets';
import { presetNamed } from './presets';

/** All rows of one call were a figure of their own, by this name; its links, embeds and posters show the heatmap's view of rows. */
export const OLD_FIGURE = 'neighbours';

/** Its settings, by their names in links. */
const OLD_SETTINGS = ['rec', 'against', 'layer', 'unit', 'cell', 'batch'];

/**
 * Renames its settings in a link, in place. The two figures had settings of the same names: a link that sets both shows
 * the rows, unless its anchor is the heatmap.
 */
export function renameOldFigure(params: Map<string, string>, anchor: string): void {
  const sets = [...params.keys()].some((name) => name.startsWith(`${OLD_FIGURE}.`));
  if (anchor !== OLD_FIGURE && (!sets || anchor === 'heatmap')) return;
  params.set('heatmap.view', 'rows');
  for (const name of OLD_SETTINGS) {
    // A preset's cell is one of the calls.
    const text = params.get(`${OLD_FIGURE}.${name}`) ?? (name === 'cell' ? '' : undefined);
    if (text === undefined) params.delete(`heatmap.${name}`);
    else params.set(`heatmap.${name}`, text);
  }
}

/** The state in which an embed of it starts, under a preset or as it began; its messages rely on that. */
export function oldFigurePreset(preset: Preset | undefined): Preset {
  const { values, ...named } = preset ?? { ...presetNamed(OLD_FIGURE)!, sentence: '' };
  return { ...named, part: 'heatmap', values: { heatmap: { ...values.heatmap, view: 'rows', cell: null } } };
}
