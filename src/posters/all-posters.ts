import type { NamedRecording } from '../figure-parts/gallery/use-recordings';
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
  /** Null for the part's initial state. */
  readonly preset: Preset | null;
  readonly title: string;
  readonly poster: Poster;
}

/** A poster of every part in its initial state, and of every part of every preset, all computed now. */
export async function allPosters(gallery: readonly NamedRecording[]): Promise<NamedPoster[]> {
  const runner = await OfflineRunner.open(gallery);
  const parts: readonly PartId[] = [...FIGURE_IDS, 'lab'];
  return [
    ...parts.map((part): NamedPoster => ({ name: posterName(part), part, preset: null, title: PART_TITLES[part], poster: partPoster(part, presetValues(part), runner) })),
    ...PRESETS.flatMap((preset) =>
      presetParts(preset).map((part): NamedPoster => ({
        name: posterName(part, preset.name),
        part,
        preset,
        title: preset.part === part ? preset.title : `${preset.title}: ${PART_TITLES[part]}`,
        poster: partPoster(part, presetValues(part, preset), runner),
      })),
    ),
  ];
}
