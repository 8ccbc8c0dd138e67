import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ExperimentId } from './experiment';
import type { PageHost } from './page-host';
import type { Actions, State } from './store';

/** The page's store and what it runs on; the entry point provides it. */
export const HostContext = createContext<PageHost | null>(null);

/** The part of the page, or the question, that a component is in, and therefore reads and sets. */
export const PartContext = createContext<ExperimentId | null>(null);

export function useHost(): PageHost {
  const host = useContext(HostContext);
  if (host === null) throw new Error('No store: wrap the page in HostContext.');
  return host;
}

/** A slice of the state; rerenders when it changes. */
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
