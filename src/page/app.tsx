import { useContext, useEffect, useMemo } from 'react';
import { readPageLink } from '../share/page-link';
import type { EffectsHost } from '../store/effects';
import { FigureStatesContext } from '../store/figure-states';
import { UserRecordings } from '../store/user-recording';
import { UserRecordingsContext } from '../store/user-recordings-context';
import type { AppStore } from '../store/store';
import { startUrlSync } from '../store/url-sync';
import { HostContext } from '../store/use-experiments';
import { StoreContext } from '../store/use-store';
import { landOn } from '../ui/land-on';
import type { RecordingReader } from '../worker/recording-reader';
import { Page } from './page';
import type { PresetFiles } from './preset-files';

interface AppProps {
  readonly store: AppStore;
  /** None while the page is prerendered: nothing is computed then. */
  readonly host: (EffectsHost & { readonly reader: RecordingReader }) | null;
  readonly presetFiles: PresetFiles;
}

/**
 * The page with its store. The link is read after the first render, which is the same for every reader and was
 * written into the page when it was built.
 */
export function App({ store, host, presetFiles }: AppProps) {
  const figures = useContext(FigureStatesContext);
  const own = useMemo(() => host && new UserRecordings(host.reader, store, figures), [host, store, figures]);
  useEffect(() => {
    if (host === null) return;
    let leave: (() => void) | undefined;
    if (window.location.search !== '') {
      const link = readPageLink(window.location.search);
      store.actions.open(link);
      figures.open(link.figures);
      const part = link.part === null || window.location.hash !== '' ? null : document.getElementById(link.part);
      if (part !== null) leave = landOn(part);
    }
    const stop = startUrlSync(store, figures, window, host.later);
    return () => {
      stop();
      leave?.();
    };
  }, [store, figures, host]);
  return (
    <HostContext value={host}>
      <StoreContext value={store}>
        <UserRecordingsContext value={own}>
          <Page presetFiles={presetFiles} />
        </UserRecordingsContext>
      </StoreContext>
    </HostContext>
  );
}
