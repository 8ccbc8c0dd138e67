import type { WorkerLike } from './client';
import { makeLoop } from './make-loop';
import type { Request, Response } from './protocol';

/** Does a worker's work between the frames of the page itself, in the same slices: where no worker can be had. */
export class MainThreadWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private loop: ReturnType<typeof makeLoop> | null;

  constructor() {
    this.loop = makeLoop((response) => this.answer(response));
  }

  postMessage(request: Request): void {
    this.loop?.receive(request);
  }

  /** What is under way goes on to its next slice and is not heard. */
  terminate(): void {
    this.loop = null;
  }

  private answer(data: Response): void {
    if (this.loop !== null) this.onmessage?.(new MessageEvent('message', { data }));
  }
}
