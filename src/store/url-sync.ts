import type { Later } from '../lib/later';
import { anchorOf, fragmentOf, isStep, printFragment, printPageLink, readPageLink } from '../share/page-link';
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

export interface UrlSync {
  /** Writes what has not been quiet for long enough: before the page is loaded anew from its URL. */
  readonly writeNow: () => void;
  readonly stop: () => void;
}

/**
 * Writes what the parts are set to into the URL once they have been quiet for a moment: a change of what the table
 * calls a step becomes an entry of the history, what is dragged or typed replaces the last one. Follows the reader who
 * goes back, forward, or along a link. A link that was opened stays as it is until something changes.
 */
export function startUrlSync(store: AppStore, host: UrlHost, later: Later): UrlSync {
  const here = (): readonly [search: string, fragment: string] => [host.location.search, fragmentOf(host.location.hash)];
  let seen = here();
  let last = store.getState().parts;
  let callOff: (() => void) | null = null;

  const put = (method: 'pushState' | 'replaceState', search: string, fragment: string): void => {
    const [shown, beside] = here();
    if (search === shown && fragment === beside) return;
    const { pathname, hash } = host.location;
    const anchor = anchorOf(hash) + fragment;
    host.history[method](host.history.state, '', pathname + search + (anchor === '' ? '' : `#${anchor}`));
    seen = here();
  };
  const write = (): void => {
    callOff = null;
    const { parts } = store.getState();
    const [query, fragment] = [printPageLink(parts), printFragment(parts)];
    if (query === printPageLink(last) && fragment === printFragment(last)) return;
    const method = isStep(last, parts) ? 'pushState' : 'replaceState';
    last = parts;
    put(method, query === '' ? '' : `?${query}`, fragment);
  };
  const read = (): void => {
    const [search, fragment] = here();
    // A jump to another part of the page is a popstate as well. It drops what stood after the anchor, which is put back.
    if (search === seen[0] && fragment === '') return put('replaceState', search, seen[1]);
    if (search === seen[0] && fragment === seen[1]) return;
    seen = [search, fragment];
    store.actions.open(readPageLink(search, host.location.hash));
    last = store.getState().parts;
    callOff?.();
    callOff = null;
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (now.parts === before.parts) return;
    callOff?.();
    callOff = later(write, QUIET_MS);
  });
  host.addEventListener('popstate', read);
  return {
    writeNow: () => {
      callOff?.();
      write();
    },
    stop: () => {
      unsubscribe();
      callOff?.();
      host.removeEventListener('popstate', read);
    },
  };
}
