import { prepareSpec } from '../experiments/layer-spec';
import type { LoopHost } from './experiment-loop';
import { ExperimentLoop } from './experiment-loop';
import { LayerCache } from './layer-cache';
import { startExperiment } from './start-experiment';

/** The loop on this thread's own clock and messages. */
export function makeLoop(post: LoopHost['post']): ExperimentLoop {
  // A message to oneself comes after the messages that wait already; unlike a timeout it is not delayed.
  const { port1, port2 } = new MessageChannel();
  let deferred: (() => void) | null = null;
  port1.onmessage = () => {
    const callback = deferred;
    deferred = null;
    callback?.();
  };
  const cache = new LayerCache(prepareSpec);
  return new ExperimentLoop({
    start: (job) => startExperiment(job, cache.prepare),
    post,
    defer: (callback) => {
      deferred = callback;
      port2.postMessage(null);
    },
    now: () => performance.now(),
  });
}
