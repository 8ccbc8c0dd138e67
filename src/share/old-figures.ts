import type { PartId } from './figure-settings';
import { FLIPS_NETWORK, partSettings } from './figure-settings';
import type { Preset } from './presets';
import { presetNamed } from './presets';

/** A figure that is a view of another now. */
interface OldFigure {
  readonly part: PartId;
  /** The view, and what the old figure began with where the other does not. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Settings of the other figure that it did not have. */
  readonly lacks: readonly string[];
}

/** The old figures by name; their links, embeds and posters show those views. A preset of the same name has what each began with. */
export const OLD_FIGURES: ReadonlyMap<string, OldFigure> = new Map<string, OldFigure>([
  // A preset’s cell is one of the calls.
  ['neighbours', { part: 'heatmap', values: { view: 'rows', cell: null }, lacks: ['baseline'] }],
  ['flips', { part: 'depth', values: { netView: 'flips', ...FLIPS_NETWORK }, lacks: [] }],
]);

/**
 * Renames the old figures’ settings in a link, in place, and returns what the link’s parts then begin with. An old figure
 * and the one that shows it now had settings of the same names: a link that sets both shows the old one’s view, unless its
 * anchor is the other.
 */
export function renameOldFigures(params: Map<string, string>, anchor: string): Readonly<Partial<Record<PartId, OldFigure['values']>>> {
  const begins: Partial<Record<PartId, OldFigure['values']>> = {};
  for (const [old, { part, values, lacks }] of OLD_FIGURES) {
    const sets = [...params.keys()].some((name) => name.startsWith(`${old}.`));
    if (anchor !== old && (!sets || anchor === part)) continue;
    begins[part] = values;
    for (const [key, { name }] of Object.entries(partSettings(part))) {
      if (lacks.includes(key)) continue;
      const text = params.get(`${old}.${name}`);
      if (text === undefined) params.delete(`${part}.${name}`);
      else params.set(`${part}.${name}`, text);
    }
  }
  return begins;
}

/** The state in which an embed of an old figure starts, under a preset or as it began; its messages rely on that. */
export function oldFigurePreset(old: string, preset: Preset | undefined): Preset {
  const { part, values } = OLD_FIGURES.get(old)!;
  const { values: set, ...named } = preset ?? { ...presetNamed(old)!, sentence: '' };
  return { ...named, part, values: { [part]: { ...set[part], ...values } } };
}
