import { createContext, useContext, useEffect } from 'react';
import type { EffectsHost } from './effects';
import { startEffects } from './effects';
import type { Channel } from './results';
import { StoreContext } from './use-store';

/** The worker and the gallery; the entry provides them. */
export const HostContext = createContext<EffectsHost | null>(null);

/** While the component is there, these channels of its store are computed. Give it a constant list. */
export function useExperiments(channels: readonly Channel[]): void {
  const store = useContext(StoreContext);
  const host = useContext(HostContext);
  useEffect(() => (store && host ? startEffects(store, host, channels) : undefined), [store, host, channels]);
}
