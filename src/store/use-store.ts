import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
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

export function useActions(): Actions {
  return useAppStore().actions;
}
