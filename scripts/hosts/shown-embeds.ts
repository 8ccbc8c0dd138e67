import type { EmbedChoice } from '../../src/share/embed-code';
import { embedTable } from '../../src/share/embed-link';
import { EMBED_SETTINGS } from '../../src/share/embed-settings';
import type { PartId } from '../../src/share/figure-settings';
import { FIGURE_IDS } from '../../src/share/figure-settings';
import { PART_TITLES } from '../../src/share/part-titles';
import { presetNamed } from '../../src/share/presets';
import { firstValues } from '../../src/share/setting-table';

const LOOK = firstValues(EMBED_SETTINGS);

function choice(page: string, part: PartId, preset: string | null, set: Readonly<Record<string, unknown>> = {}, more: Partial<EmbedChoice> = {}): EmbedChoice {
  const values = { ...firstValues(embedTable(part, preset === null ? null : presetNamed(preset)!)), ...set };
  return { page, title: PART_TITLES[part], part, values, look: LOOK, hostAccent: false, height: null, ...more };
}

/**
 * The embeds on the hosts' first page: a preset, a preset with settings of its own in the host's accent, and a figure that
 * is dark on any background.
 */
export function fewEmbeds(page: string): readonly EmbedChoice[] {
  return [
    choice(page, 'sum-of-three', 'tenths'),
    choice(page, 'heatmap', 'stripes', { unit: 'ulp' }, { hostAccent: true, look: { ...LOOK, layout: 'compact', controls: ['unit'] } }),
    choice(page, 'stepper', null, { products: 8 }, { look: { ...LOOK, theme: 'dark', readOnly: true } }),
  ];
}

/** The embeds on their second page: every figure and the Lab, in their initial state. */
export function allEmbeds(page: string): readonly EmbedChoice[] {
  return [...FIGURE_IDS, 'lab' as const].map((part) => choice(page, part, null));
}
