import type { WorkerLike } from './client';
import type { Job, Request } from './protocol';

/**
 * Two workers that look like one: one that is there sooner, and one that has more code. From the first request on that needs
 * more, all go to the second, so that neither starts unless it has something to do.
 */
export class WorkerWithMore implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private first: WorkerLike | null = null;
  private more: WorkerLike | null = null;

  constructor(
    private readonly makeFirst: () => WorkerLike,
    private readonly makeMore: () => WorkerLike,
    private readonly needsMore: (job: Job) => boolean,
  ) {}

  postMessage(request: Request): void {
    if (request.type === 'cancel') {
      this.first?.postMessage(request);
      this.more?.postMessage(request);
      return;
    }
    if (this.more === null && request.type === 'run' && this.needsMore(request.job)) this.more = this.heard(this.makeMore());
    const worker = this.more ?? (this.first ??= this.heard(this.makeFirst()));
    worker.postMessage(request);
  }

  terminate(): void {
    this.first?.terminate();
    this.more?.terminate();
  }

  private heard(worker: WorkerLike): WorkerLike {
    worker.onmessage = (event) => this.onmessage?.(event);
    worker.onmessageerror = (event) => this.onmessageerror?.(event);
    worker.onerror = (event) => this.onerror?.(event);
    return worker;
  }
}
