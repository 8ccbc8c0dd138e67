import { makeLoop } from './make-loop';
import { MORE } from './more-experiments';
import type { Request } from './protocol';

/** The embed's worker with all that the page's has, except that readers can't bring recordings there. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }), {
  adders: () => import('../linear/groups'),
  loaders: MORE,
});

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
