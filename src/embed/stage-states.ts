import phrases from 'virtual:phrases';
import { embedValues } from '../share/embed-link';
import type { EmbedLink } from '../share/embed-link';
import type { FigureId, PartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import { readPhrase } from '../share/phrase';
import { PRESETS } from '../share/presets';

/** A state of a figure that a lecturer steps to. */
export interface StageState {
  /** What the text says of it; empty for the state that the figure was opened in, if that has no name. */
  readonly words: string;
  readonly values: PartValues[PartId];
}

/** The states to step through: the one that the address opens, then those that the text's phrases set, then the presets. */
export function stageStates({ part, preset, values }: Pick<EmbedLink, 'part' | 'preset' | 'values'>): readonly StageState[] {
  const opened = { words: preset?.title ?? '', values };
  const told = phrases.filter(({ figure }) => figure === part).map(({ set, words }) => ({ words: `“${words}”`, values: { ...embedValues(part, null), ...readPhrase(part as FigureId, set) } as PartValues[PartId] }));
  const named = PRESETS.filter((one) => one.part === part && one !== preset).map((one) => ({ words: one.title, values: embedValues(part, one) }));
  return [opened, ...told, ...named];
}
