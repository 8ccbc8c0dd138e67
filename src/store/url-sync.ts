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

/** Browsers refuse more than about a hundred changes in half a minute; a drag makes that many in seconds. */
const QUIET_MS = 300;

export interface UrlSync {
  /** Writes pending changes at once: for use before the page reloads from its URL. */
  readonly writeNow: () => void;
  readonly stop: () => void;
}

/**
 * Writes the parts' settings into the URL once they have been quiet for a moment: a change of a setting that the table
 * marks as a step becomes a history entry; dragged or typed ones replace the last entry. Follows the reader back, forward
 * and along links. A link that was opened stays as it is until something changes.
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
    // A jump within the page is also a popstate. It drops what followed the anchor, which is put back.
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
