import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { readPageLink } from '../share/page-link';
import type { PageHost } from '../store/page-host';
import type { UrlSync } from '../store/url-sync';
import { startUrlSync } from '../store/url-sync';
import { HostContext } from '../store/use-store';
import { landOn } from '../ui/land-on';
import type { PageVersion } from '../ui/page-version';
import { PageVersionContext } from '../ui/page-version';
import { Page } from './page';

interface AppProps {
  readonly host: PageHost;
  /** Null while the page is prerendered. */
  readonly version: PageVersion | null;
  /** The list of permanent links; null if it is a page of its own. */
  readonly presets: ReactNode;
}

/**
 * The page with its store. The link is read after the first render, which is the same for every reader and is written
 * into the page at build time.
 */
export function App({ host, version, presets }: AppProps) {
  const sync = useRef<UrlSync>(null);
  const reloading = useMemo<PageVersion | null>(
    () =>
      version && {
        whyMissing: version.whyMissing,
        reload: () => {
          sync.current?.writeNow();
          version.reload();
        },
      },
    [version],
  );
  useEffect(() => {
    const { store, platform } = host;
    if (platform === null) return;
    let leave: (() => void) | undefined;
    const { search, hash } = window.location;
    const link = readPageLink(search, hash);
    store.actions.open(link);
    const part = link.part === null || hash !== '' ? null : document.getElementById(link.part);
    if (part !== null) leave = landOn(part);
    const begun = startUrlSync(store, window, platform.later);
    sync.current = begun;
    return () => {
      begun.stop();
      leave?.();
    };
  }, [host]);
  return (
    <HostContext value={host}>
      <PageVersionContext value={reloading}>
        <Page presets={presets} />
      </PageVersionContext>
    </HostContext>
  );
}
