import { ArrivingWorker } from '../worker/arriving-worker';
import type { WorkerLike } from '../worker/client';
import { ExperimentClient } from '../worker/client';
import { WorkerWithMore } from '../worker/worker-with-more';
import { needsMore } from './needs-more';

/**
 * The worker's client for a page with an opaque origin, which can't load a worker from a URL: the worker's code comes with
 * the embed's own scripts. If even that is not allowed, the page does the work itself.
 */
export function embedClient(): ExperimentClient {
  const first = arriving(async () => (await import('../worker/embed.worker?worker&inline')).default);
  const more = arriving(async () => (await import('../worker/embed-more.worker?worker&inline')).default);
  return new ExperimentClient(() => new WorkerWithMore(first, more, needsMore));
}

function arriving(load: () => Promise<new () => WorkerLike>): () => WorkerLike {
  return () =>
    new ArrivingWorker([
      async () => new (await load())(),
      async () => {
        const { MainThreadWorker } = await import('../worker/main-thread-worker');
        return new MainThreadWorker();
      },
    ]);
}
