import { prepareSpec } from '../experiments/layer-spec';
import { ExperimentLoop } from './experiment-loop';
import { LayerCache } from './layer-cache';
import type { Request } from './protocol';
import { startExperiment } from './start-experiment';

// A message to oneself comes after the messages that wait already; unlike a timeout it is not delayed.
const { port1, port2 } = new MessageChannel();
let deferred: (() => void) | null = null;
port1.onmessage = () => {
  const callback = deferred;
  deferred = null;
  callback?.();
};

const cache = new LayerCache(prepareSpec);
const loop = new ExperimentLoop({
  start: (job) => startExperiment(job, cache.prepare),
  post: (response, transfer) => self.postMessage(response, { transfer: [...transfer] }),
  defer: (callback) => {
    deferred = callback;
    port2.postMessage(null);
  },
  now: () => performance.now(),
});

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
