import { ArrivingWorker } from '../worker/arriving-worker';
import { ExperimentClient } from '../worker/client';

/**
 * The worker's client for a page with an opaque origin, which can't load a worker from a URL: the worker's code comes with
 * the embed's own scripts. If even that is not allowed, the page does the work itself.
 */
export function embedClient(): ExperimentClient {
  return new ExperimentClient(
    () =>
      new ArrivingWorker([
        async () => {
          const { default: InlineWorker } = await import('../worker/embed.worker?worker&inline');
          return new InlineWorker();
        },
        async () => {
          const { MainThreadWorker } = await import('../worker/main-thread-worker');
          return new MainThreadWorker();
        },
      ]),
  );
}
