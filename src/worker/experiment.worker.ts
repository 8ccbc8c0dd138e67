import { readRecording } from '../experiments/read-recording';
import { makeLoop } from './make-loop';
import type { Request } from './protocol';

/** The page's worker: all experiments, and the recordings that readers bring. */
const loop = makeLoop((response, transfer) => self.postMessage(response, { transfer: [...transfer] }), readRecording);

self.onmessage = ({ data }: MessageEvent<Request>) => loop.receive(data);
