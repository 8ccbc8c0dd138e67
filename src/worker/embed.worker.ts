import { makeLoop } from './make-loop';
import type { Request } from './protocol';

/** The embed's worker: nobody brings a recording there. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }), {
  pickEngine: () => import('../linear/pick-engine').then(({ pickEngine }) => pickEngine()),
});

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
