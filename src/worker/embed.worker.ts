import { makeLoop } from './make-loop';
import type { Request } from './protocol';

/** The embed's first worker: what most parts need. Its code can't come later, so the rest is in another (embed-more.worker.ts). */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }));

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
