import type { ReactNode } from 'react';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { later } from '../lib/later';
import type { ReadFile } from '../store/page-host';
import { PageHost } from '../store/page-host';
import '../ui/fonts.css';
import { markLostStyles } from '../ui/lost-styles';
import type { PageVersion } from '../ui/page-version';
import '../ui/theme.css';
import { ExperimentClient } from '../worker/client';
import type { WorkerLike } from '../worker/client';
import { WorkerPool, workersFor } from '../worker/worker-pool';
import { App } from './app';
import { thisPage, whyMissing } from './why-missing';

/** What a build of the page runs on. */
interface Build {
  /** Starts a worker. */
  readonly makeWorker: () => WorkerLike;
  readonly galleryFile: ReadFile;
  /** Files that readers can save, from the page itself; null if they are beside it. */
  readonly carriedFile: ReadFile | null;
  /** The list of permanent links; null if it is a page of its own. */
  readonly presets: ReactNode;
}

/** Brings the page to life in `#root`. */
export function startPage({ makeWorker, galleryFile, carriedFile, presets }: Build): void {
  markLostStyles(document);
  const host = new PageHost({
    client: new ExperimentClient(() => new WorkerPool(makeWorker, workersFor(navigator.hardwareConcurrency || 1))),
    newReader: () => new ExperimentClient(makeWorker),
    galleryFile,
    carriedFile,
    later,
  });
  const version: PageVersion = { whyMissing: () => whyMissing(thisPage()), reload: () => window.location.reload() };
  const app = (
    <StrictMode>
      <App host={host} version={version} presets={presets} />
    </StrictMode>
  );
  const root = document.getElementById('root')!;
  // The built page already contains its text; the dev server's does not.
  if (root.hasChildNodes()) hydrateRoot(root, app);
  else createRoot(root).render(app);
}
