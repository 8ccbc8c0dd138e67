import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SettingKey, Settings } from '../share/settings';
import type { CellPlace } from '../share/special-settings';
import type { Experiment, ExperimentId } from './experiment';
import { experimentOf, valuesOf } from './experiment';
import type { PageHost } from './page-host';
import type { Channel, Results } from './results';
import type { Actions, State, Task } from './store';
import { taskOf } from './store';

/** The page's store and what it runs on; the entry provides it. */
export const HostContext = createContext<PageHost | null>(null);

/** Which part of the page, or which question, a component stands in: that is the part that it reads and sets. */
export const PartContext = createContext<ExperimentId | null>(null);

export function useHost(): PageHost {
  const host = useContext(HostContext);
  if (host === null) throw new Error('No store: wrap the page in HostContext.');
  return host;
}

/** A part of the state; renders again when that part changes. */
export function useApp<T>(select: (state: State) => T): T {
  return useStore(useHost().store, select);
}

export function useActions(): Actions {
  return useHost().store.actions;
}

export function usePart(): ExperimentId {
  const part = useContext(PartContext);
  if (part === null) throw new Error('No part: wrap the component in PartContext.');
  return part;
}

/** Some settings that the part has, as the reader set them; renders again when one of these changes, and for no other. */
export function useSettings<K extends SettingKey>(...keys: readonly K[]): Pick<Settings, K> {
  const part = usePart();
  return useApp(useShallow(({ parts }) => picked(valuesOf(parts, part) as Settings, keys)));
}

/** The same of the settings as they are computed with. */
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

/** While the component is there, the part's experiments are computed. */
export function useExperiments(): void {
  const { watch } = useHost();
  const part = usePart();
  useEffect(() => watch(part), [watch, part]);
}
