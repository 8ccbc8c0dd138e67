import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SettingKey, Settings } from '../share/settings';
import type { CellPlace } from '../share/special-settings';
import { effectsOf } from './effects';
import type { Experiment, ExperimentId } from './experiment';
import { experimentOf, valuesOf } from './experiment';
import type { Channel, Results } from './results';
import type { State, Task } from './store';
import { taskOf } from './store';
import { useApp, useHost, usePart } from './use-store';

/** Some of the part's settings, as the reader set them; rerenders only when one of these changes. */
export function useSettings<K extends SettingKey>(...keys: readonly K[]): Pick<Settings, K> {
  const part = usePart();
  return useApp(useShallow(({ parts }) => picked(valuesOf(parts, part) as Settings, keys)));
}

/** The same for the settings that are computed with. */
export function useFitted<K extends SettingKey>(...keys: readonly K[]): Pick<Settings, K> {
  const part = usePart();
  return useApp(useShallow((state) => picked(experimentIn(state, part).settings, keys)));
}

function picked<K extends SettingKey>(settings: Settings, keys: readonly K[]): Pick<Settings, K> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as Pick<Settings, K>;
}

function experimentIn({ parts, recordings }: State, part: ExperimentId): Experiment {
  return experimentOf(part, valuesOf(parts, part), recordings);
}

/** What the part computes with, the same object until that changes. */
export function useExperiment(): Experiment {
  const part = usePart();
  return useApp((state) => experimentIn(state, part));
}

export function useResult<C extends Channel>(channel: C): Results[C] {
  const part = usePart();
  return useApp(({ results }) => (results[part]?.[channel] ?? null) as Results[C]);
}

export function useTask(channel: Channel): Task {
  const part = usePart();
  return useApp((state) => taskOf(state, part, channel));
}

/** The cell of the part that is under the pointer. */
export function useHover(): CellPlace | null {
  const part = usePart();
  return useApp(({ hover }) => hover[part] ?? null);
}

/** Computes the part's experiments while the component is mounted. */
export function useExperiments(): void {
  const host = useHost();
  const part = usePart();
  useEffect(() => host.get(effectsOf)?.watch(part), [host, part]);
}
