import type { WorkerLike } from './client';
import { makeLoop } from './make-loop';
import { MORE } from './more-experiments';
import type { Request, Response } from './protocol';

/** The fallback where no worker can be had: does its work on the page's own thread, between frames, in the same slices. */
export class MainThreadWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private loop: ReturnType<typeof makeLoop> | null;

  constructor() {
    this.loop = makeLoop((response) => this.answer(response), { adders: () => import('../linear/groups'), loaders: MORE });
  }

  postMessage(request: Request): void {
    this.loop?.receive(request);
  }

  /** A running job goes on to its next slice, but its messages are ignored. */
  terminate(): void {
    this.loop = null;
  }

  private answer(data: Response): void {
    if (this.loop !== null) this.onmessage?.(new MessageEvent('message', { data }));
  }
}
