import { prepareSpec } from '../experiments/layer-spec';
import type { Experiment } from '../experiments/step';
import type { LoopHost } from './experiment-loop';
import { ExperimentLoop } from './experiment-loop';
import { LayerCache } from './layer-cache';
import type { Experiments } from './protocol';
import { startExperiment } from './start-experiment';

/** Reads a reader's recording; the embed's worker is smaller for having no such thing. */
type ReadRecording = (spec: Experiments['recording']['spec']) => Experiment<Experiments['recording']['partial']>;

/**
 * The loop on this thread's own clock and messages.
 *
 * @param readRecording left out where no recordings are brought
 */
export function makeLoop(post: LoopHost['post'], readRecording?: ReadRecording): ExperimentLoop {
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
    start: (job) => {
      if (job.kind !== 'recording') return startExperiment(job, cache.prepare);
      if (readRecording === undefined) throw new Error('no recording can be brought here');
      return readRecording(job.spec);
    },
    post,
    defer: (callback) => {
      deferred = callback;
      port2.postMessage(null);
    },
    now: () => performance.now(),
  });
}
