import type { WorkerLike } from '../worker/client';
import type { Request, Response } from '../worker/protocol';

/** A worker that records copies of the messages it gets, and sends what a test tells it to. */
export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly requests: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.requests.push(structuredClone(request));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(response: Response): void {
    this.onmessage?.({ data: response } as MessageEvent<Response>);
  }

  die(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent);
  }
}
