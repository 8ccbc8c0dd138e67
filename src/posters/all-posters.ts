import type { NamedRecording } from '../figure-parts/gallery/use-recordings';
import { OLD_FIGURES, oldFigurePreset } from '../share/old-figures';
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
  /** Null for the part's initial state, and for an old figure. */
  readonly preset: Preset | null;
  readonly title: string;
  readonly poster: Poster;
}

/** A poster of every part in its initial state, and of every part of every preset, all computed now; and those of the old figures. */
export async function allPosters(gallery: readonly NamedRecording[]): Promise<NamedPoster[]> {
  const runner = await OfflineRunner.open(gallery);
  const named = (part: PartId, preset: Preset | null, title: string): NamedPoster => ({
    name: posterName(part, preset?.name),
    part,
    preset,
    title,
    poster: partPoster(part, presetValues(part, preset ?? undefined), runner),
  });
  const old = (figure: string, part: PartId, preset?: Preset): NamedPoster => ({ ...named(part, oldFigurePreset(figure, preset), preset?.title ?? PART_TITLES[part]), name: posterName(figure, preset?.name), preset: null });
  return [
    ...[...FIGURE_IDS, 'lab' as const].map((part) => named(part, null, PART_TITLES[part])),
    ...PRESETS.flatMap((preset) => presetParts(preset).map((part) => named(part, preset, preset.part === part ? preset.title : `${preset.title}: ${PART_TITLES[part]}`))),
    ...[...OLD_FIGURES].flatMap(([figure, { part }]) => [undefined, ...PRESETS.filter(({ values }) => values[part] !== undefined)].map((preset) => old(figure, part, preset))),
  ];
}
