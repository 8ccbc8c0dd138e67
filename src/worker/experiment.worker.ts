import { makeLoop } from './make-loop';
import { MORE } from './more-experiments';
import type { Request } from './protocol';

/** The page's worker: all experiments, orders with groups, and readers' own recordings. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }), {
  adders: () => import('../linear/groups'),
  loaders: { ...MORE, recording: async () => (await import('../experiments/read-recording')).readRecording },
});

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
