import type { FigureId } from './figure-settings';
import { FIGURE_SETTINGS } from './figure-settings';
import type { PartValues } from './part-values';
import { pairsOf } from './query-text';
import type { SettingTable } from './setting-table';

/**
 * The settings that a phrase of the text gives a figure, from a query in the figure's own names.
 *
 * @throws if any of it can't be read: the text is the page's own
 */
export function readPhrase<F extends FigureId>(figure: F, query: string): Partial<PartValues[F]> {
  const table: SettingTable = FIGURE_SETTINGS[figure];
  const values = [...pairsOf(query)].map(([name, text]) => {
    const [key, setting] = Object.entries(table).find(([, one]) => one.name === name) ?? [];
    const read = setting?.parse(text);
    if (key === undefined || !read?.ok || read.value.adjusted !== undefined) throw new Error(`A phrase can’t set ${name} of ${figure} to “${text}”.`);
    return [key, read.value.value];
  });
  return Object.fromEntries(values) as Partial<PartValues[F]>;
}
