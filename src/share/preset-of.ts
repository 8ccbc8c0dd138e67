import { embedTable } from './embed-link';
import type { PartId } from './figure-settings';
import type { Preset } from './presets';
import { PRESETS } from './presets';
import type { PartValues } from './part-values';
import { printTable } from './setting-table';

/**
 * The preset that sets a part to exactly these values, preferably one about this part. Null if there is none, or if the
 * values are the part's first ones and no preset is about them.
 */
export function presetOf(part: PartId, values: PartValues[PartId]): Preset | null {
  const equal = (preset: Preset | null): boolean => printTable(embedTable(part, preset), values, 'embed').length === 0;
  const own = PRESETS.find((preset) => preset.part === part && equal(preset));
  if (own !== undefined || equal(null)) return own ?? null;
  return PRESETS.find((preset) => preset.values[part] !== undefined && equal(preset)) ?? null;
}
