import { useEffect } from 'react';
import { decodeSettings } from '../share/url-codec';
import type { EffectsHost } from '../store/effects';
import type { AppStore } from '../store/store';
import { startUrlSync } from '../store/url-sync';
import { HostContext } from '../store/use-experiments';
import { StoreContext } from '../store/use-store';
import { Page } from './page';

interface AppProps {
  readonly store: AppStore;
  /** None while the page is prerendered: nothing is computed then. */
  readonly host: EffectsHost | null;
}

/**
 * The page with its store. The link is read after the first render, which is the same for every reader and was
 * written into the page when it was built.
 */
export function App({ store, host }: AppProps) {
  useEffect(() => {
    if (host === null) return;
    if (window.location.search !== '') store.actions.open(decodeSettings(window.location.search));
    return startUrlSync(store, window, host.later);
  }, [store, host]);
  return (
    <HostContext value={host}>
      <StoreContext value={store}>
        <Page />
      </StoreContext>
    </HostContext>
  );
}
