import { makeLoop } from './make-loop';
import type { Request } from './protocol';

const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }));

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
