import type { WorkerLike } from './client';
import type { Request, Response } from './protocol';

/** Makes a worker, or rejects. */
export type WorkerSource = () => Promise<WorkerLike>;

/**
 * A worker that is still loading. Whether a sandbox or a server's Content-Security-Policy allows it shows only when it
 * is tried. Requests wait meanwhile. If a worker can't be made, or fails before its first answer, the next source takes
 * its place and gets the same requests.
 */
export class ArrivingWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private worker: WorkerLike | null = null;
  /** All requests, until the first answer. */
  private asked: Request[] | null = [];
  private ended = false;

  /** @param sources the preferred one first */
  constructor(private readonly sources: readonly WorkerSource[]) {
    void this.take(0);
  }

  postMessage(request: Request): void {
    this.asked?.push(request);
    this.worker?.postMessage(request);
  }

  terminate(): void {
    this.ended = true;
    this.worker?.terminate();
  }

  private async take(at: number): Promise<void> {
    const source = this.sources[at];
    if (source === undefined) {
      this.onerror?.(new ErrorEvent('error', { message: 'no worker could be started' }));
      return;
    }
    try {
      const worker = await source();
      if (this.ended) worker.terminate();
      else this.adopt(worker, at);
    } catch {
      void this.take(at + 1);
    }
  }

  private adopt(worker: WorkerLike, at: number): void {
    this.worker = worker;
    worker.onmessage = (event: MessageEvent<Response>) => {
      this.asked = null;
      this.onmessage?.(event);
    };
    worker.onmessageerror = (event) => this.onmessageerror?.(event);
    worker.onerror = (event) => {
      if (this.asked === null) {
        this.onerror?.(event);
        return;
      }
      event.preventDefault();
      worker.terminate();
      this.worker = null;
      void this.take(at + 1);
    };
    for (const request of this.asked ?? []) worker.postMessage(request);
  }
}
