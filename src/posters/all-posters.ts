import type { NamedRecording } from '../figure-parts/gallery/use-recordings';
import { OLD_FIGURE, oldFigurePreset } from '../share/old-figure';
import { PART_TITLES } from '../share/part-titles';
import type { PartId } from '../share/figure-settings';
import { FIGURE_IDS } from '../share/figure-settings';
import { posterName, presetParts, PRESETS, presetValues } from '../share/presets';
import type { Preset } from '../share/presets';
import { OfflineRunner } from './offline-runner';
import { partPoster } from './part-poster';
import type { Poster } from './poster';

/** A poster under the name of its file. */
export interface NamedPoster {
  /** `PART` or `PART--PRESET` */
  readonly name: string;
  readonly part: PartId;
  /** Null for the part's initial state, and for the old figure. */
  readonly preset: Preset | null;
  readonly title: string;
  readonly poster: Poster;
}

/** A poster of every part in its initial state, and of every part of every preset, all computed now; and those of the old figure. */
export async function allPosters(gallery: readonly NamedRecording[]): Promise<NamedPoster[]> {
  const runner = await OfflineRunner.open(gallery);
  const named = (part: PartId, preset: Preset | null, title: string): NamedPoster => ({
    name: posterName(part, preset?.name),
    part,
    preset,
    title,
    poster: partPoster(part, presetValues(part, preset ?? undefined), runner),
  });
  const old = (preset?: Preset): NamedPoster => ({ ...named('heatmap', oldFigurePreset(preset), preset?.title ?? PART_TITLES.heatmap), name: posterName(OLD_FIGURE, preset?.name), preset: null });
  return [
    ...[...FIGURE_IDS, 'lab' as const].map((part) => named(part, null, PART_TITLES[part])),
    ...PRESETS.flatMap((preset) => presetParts(preset).map((part) => named(part, preset, preset.part === part ? preset.title : `${preset.title}: ${PART_TITLES[part]}`))),
    ...[undefined, ...PRESETS.filter(({ values }) => values.heatmap !== undefined)].map(old),
  ];
}
