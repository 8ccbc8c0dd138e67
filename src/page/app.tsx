import { useEffect } from 'react';
import { readPageLink } from '../share/page-link';
import type { PageHost } from '../store/page-host';
import { startUrlSync } from '../store/url-sync';
import { HostContext } from '../store/use-store';
import { landOn } from '../ui/land-on';
import { Page } from './page';
import type { PresetFiles } from './preset-files';

interface AppProps {
  readonly host: PageHost;
  readonly presetFiles: PresetFiles;
}

/**
 * The page with its store. The link is read after the first render, which is the same for every reader and was
 * written into the page when it was built.
 */
export function App({ host, presetFiles }: AppProps) {
  useEffect(() => {
    const { store, platform } = host;
    if (platform === null) return;
    let leave: (() => void) | undefined;
    if (window.location.search !== '') {
      const link = readPageLink(window.location.search);
      store.actions.open(link);
      const part = link.part === null || window.location.hash !== '' ? null : document.getElementById(link.part);
      if (part !== null) leave = landOn(part);
    }
    const stop = startUrlSync(store, window, platform.later);
    return () => {
      stop();
      leave?.();
    };
  }, [host]);
  return (
    <HostContext value={host}>
      <Page presetFiles={presetFiles} />
    </HostContext>
  );
}
