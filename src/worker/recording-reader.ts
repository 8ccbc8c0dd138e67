import type { Listener, WorkerLike } from './client';
import { ExperimentClient } from './client';

/**
 * Has the reader's files read, one at a time, each by a worker of its own: the page's worker goes on with what it
 * computes, and one that is deep in a large file, where it hears nothing, can be ended.
 */
export class RecordingReader {
  private client: ExperimentClient | null = null;

  constructor(private readonly makeWorker: () => WorkerLike) {}

  /** Has a file read and replayed as a recording; one that is still being read is given up. */
  read(file: Blob, listener: Listener<'recording'>): void {
    this.stop();
    const client = new ExperimentClient(this.makeWorker);
    this.client = client;
    client.read('recording', file, {
      ...listener,
      done: (ran) => {
        this.stop();
        listener.done?.(ran);
      },
      failed: (message) => {
        this.stop();
        listener.failed(message);
      },
    });
  }

  /** What it still had to say is not heard. */
  stop(): void {
    this.client?.dispose();
    this.client = null;
  }
}
