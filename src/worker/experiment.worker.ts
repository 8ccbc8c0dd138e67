import { makeLoop } from './make-loop';
import type { Request } from './protocol';

/** The page's worker: all experiments, and readers' own recordings. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }), {
  loaders: { recording: async () => (await import('../experiments/read-recording')).readRecording },
});

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
