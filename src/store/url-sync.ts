import type { PageLink } from '../share/page-link';
import { isStep, printPageLink, readPageLink } from '../share/page-link';
import type { FigureStates } from './figure-states';
import type { AppStore } from './store';

/** The part of `window` that carries the URL. */
export interface UrlHost {
  readonly location: Pick<Location, 'search' | 'pathname' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'pushState' | 'state'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

/** Browsers refuse more than some hundred changes in half a minute, and a drag makes that in seconds. */
const QUIET_MS = 300;

type Written = Pick<PageLink, 'settings' | 'figures'>;

export interface UrlSync {
  /** Writes what has not been quiet for long enough: before the page is loaded anew from its URL. */
  readonly writeNow: () => void;
  readonly stop: () => void;
}

/**
 * Writes the Lab's settings and the figures' to the URL once they have been quiet for a moment: a change of what the
 * table calls a step becomes an entry of the history, what is dragged or typed replaces the last one. Follows the
 * reader who goes back, forward, or along a link. A link that was opened stays as it is until something changes.
 */
export function startUrlSync(store: AppStore, figures: FigureStates, host: UrlHost, later: (callback: () => void, milliseconds: number) => () => void): UrlSync {
  const now = (): Written => ({ settings: store.getState().settings, figures: figures.all() });
  let seen = host.location.search;
  let last = now();
  let callOff: (() => void) | null = null;

  const write = (): void => {
    callOff = null;
    const state = now();
    const query = printPageLink(state);
    if (query === printPageLink(last)) return;
    const method = isStep(last, state) ? 'pushState' : 'replaceState';
    last = state;
    const search = query === '' ? '' : `?${query}`;
    if (search === host.location.search) return;
    host.history[method](host.history.state, '', host.location.pathname + search + host.location.hash);
    seen = host.location.search;
  };
  const read = (): void => {
    // A jump to another part of the page is a popstate as well.
    if (host.location.search === seen) return;
    seen = host.location.search;
    const link = readPageLink(seen);
    store.actions.open(link);
    figures.open(link.figures);
    last = now();
    callOff?.();
    callOff = null;
  };
  const changed = (): void => {
    callOff?.();
    callOff = later(write, QUIET_MS);
  };
  const stopStore = store.subscribe((state, before) => {
    if (state.settings !== before.settings) changed();
  });
  const stopFigures = figures.subscribe(changed);
  host.addEventListener('popstate', read);
  return {
    writeNow: () => {
      callOff?.();
      write();
    },
    stop: () => {
      stopStore();
      stopFigures();
      callOff?.();
      host.removeEventListener('popstate', read);
    },
  };
}
