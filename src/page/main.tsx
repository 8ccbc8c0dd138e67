import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { loadRecording } from '../store/load-recording';
import { createAppStore } from '../store/store';
import '../ui/theme.css';
import { ExperimentClient } from '../worker/client';
import { App } from './app';

function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

const client = new ExperimentClient(() => new Worker(new URL('../worker/experiment.worker.ts', import.meta.url), { type: 'module' }));
const app = (
  <StrictMode>
    <App store={createAppStore()} host={{ client, loadRecording, later }} />
  </StrictMode>
);

// Printing has to find it there; until then it is in nobody's way.
window.addEventListener('load', () => void import('./print-stills').then(({ startPrintStills }) => startPrintStills()), { once: true });

const root = document.getElementById('root')!;
// The built page has its text in it already; the dev server's hasn't.
if (root.hasChildNodes()) hydrateRoot(root, app);
else createRoot(root).render(app);
