import { ArrivingWorker } from '../worker/arriving-worker';
import { ExperimentClient } from '../worker/client';

/**
 * The worker's client, for a page of an opaque origin: no worker may be loaded there from an address, but its code may
 * come with the embed's own scripts. Where not even that is allowed, the page does the work itself.
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
