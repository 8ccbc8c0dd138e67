import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { decodeSettings } from '../share/url-codec';
import { loadRecording } from '../store/load-recording';
import { createAppStore } from '../store/store';
import { startUrlSync } from '../store/url-sync';
import { HostContext } from '../store/use-experiments';
import { StoreContext } from '../store/use-store';
import '../ui/theme.css';
import { ExperimentClient } from '../worker/client';
import { Page } from './page';

function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

const store = createAppStore(decodeSettings(window.location.search));
const client = new ExperimentClient(() => new Worker(new URL('../worker/experiment.worker.ts', import.meta.url), { type: 'module' }));
const host = { client, loadRecording, later };
startUrlSync(store, window, later);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <HostContext value={host}>
      <StoreContext value={store}>
        <Page />
      </StoreContext>
    </HostContext>
  </StrictMode>,
);
