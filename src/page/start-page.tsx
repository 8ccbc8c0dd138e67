import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { followReadersRecordings, loadRecording } from '../store/load-recording';
import { createAppStore } from '../store/store';
import '../ui/fonts.css';
import { markLostStyles } from '../ui/lost-styles';
import '../ui/theme.css';
import { ExperimentClient } from '../worker/client';
import type { WorkerLike } from '../worker/client';
import { WorkerPool, workersFor } from '../worker/worker-pool';
import { RecordingReader } from '../worker/recording-reader';
import { App } from './app';
import type { PresetFiles } from './preset-files';
import { thisPage, whyMissing } from './why-missing';

function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/**
 * Brings the page to life in `#root`.
 *
 * @param makeWorker starts a worker, from wherever this build has it
 * @param presetFiles where this build has the files that belong to presets
 */
export function startPage(makeWorker: () => WorkerLike, presetFiles: PresetFiles): void {
  markLostStyles(document);
  const host = {
    client: new ExperimentClient(() => new WorkerPool(makeWorker, workersFor(navigator.hardwareConcurrency || 1))),
    reader: new RecordingReader(makeWorker),
    loadRecording,
    followRecordings: followReadersRecordings,
    later,
    whyMissing: () => whyMissing(thisPage()),
    reload: () => window.location.reload(),
  };
  const app = (
    <StrictMode>
      <App store={createAppStore()} host={host} presetFiles={presetFiles} />
    </StrictMode>
  );
  const root = document.getElementById('root')!;
  // The built page has its text in it already; the dev server's hasn't.
  if (root.hasChildNodes()) hydrateRoot(root, app);
  else createRoot(root).render(app);
}
