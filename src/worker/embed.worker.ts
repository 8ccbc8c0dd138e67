import { makeLoop } from './make-loop';
import type { Request } from './protocol';

/** The embed's worker: readers can't bring recordings there. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }));

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
