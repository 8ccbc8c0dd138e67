import { decodeSettings, encodeSettings } from '../share/url-codec';
import type { AppStore } from './store';

/** The part of `window` that carries the URL. */
export interface UrlHost {
  readonly location: Pick<Location, 'search' | 'pathname' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

/** Browsers refuse more than some hundred changes in half a minute, and a drag makes that in seconds. */
const QUIET_MS = 300;

/**
 * Writes settings to the URL once they have been quiet for a moment, in place, so that the way back stays the
 * reader's own; and follows the reader who goes back, forward, or along a link. Gives back what ends it.
 */
export function startUrlSync(store: AppStore, host: UrlHost, later: (callback: () => void, milliseconds: number) => () => void): () => void {
  let seen = host.location.search;
  let callOff: (() => void) | null = null;

  const write = (): void => {
    callOff = null;
    const query = encodeSettings(store.getState().settings);
    const search = query === '' ? '' : `?${query}`;
    if (search === host.location.search) return;
    host.history.replaceState(host.history.state, '', host.location.pathname + search + host.location.hash);
    seen = host.location.search;
  };
  const read = (): void => {
    // A jump to another part of the page is a popstate as well.
    if (host.location.search === seen) return;
    seen = host.location.search;
    callOff?.();
    callOff = null;
    store.actions.open(decodeSettings(seen));
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (now.settings === before.settings) return;
    callOff?.();
    callOff = later(write, QUIET_MS);
  });
  host.addEventListener('popstate', read);
  return () => {
    unsubscribe();
    callOff?.();
    host.removeEventListener('popstate', read);
  };
}
