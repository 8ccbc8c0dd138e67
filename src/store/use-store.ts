import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SettingKey, Settings } from '../share/settings';
import type { Actions, AppStore, State } from './store';

/** Holds the page's store; the entry provides it. */
export const StoreContext = createContext<AppStore | null>(null);

function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('No store: wrap the page in StoreContext.');
  return store;
}

/** A part of the state; renders again when that part changes. */
export function useApp<T>(select: (state: State) => T): T {
  return useStore(useAppStore(), select);
}

/** Some of the settings as the reader set them; renders again when one of these changes, and for no other. */
export function useSettings<K extends SettingKey>(...keys: readonly K[]): Pick<Settings, K> {
  return useStore(useAppStore(), useShallow(({ settings }) => picked(settings, keys)));
}

/** The same of the settings as they are computed. */
export function useFitted<K extends SettingKey>(...keys: readonly K[]): Pick<Settings, K> {
  return useStore(useAppStore(), useShallow(({ fitted }) => picked(fitted, keys)));
}

function picked<K extends SettingKey>(settings: Settings, keys: readonly K[]): Pick<Settings, K> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]])) as Pick<Settings, K>;
}

export function useActions(): Actions {
  return useAppStore().actions;
}
