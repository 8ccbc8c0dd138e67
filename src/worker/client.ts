import { reasonOf } from '../lib/reason-of';
import type { EngineChoice, ExperimentKind, Experiments, Job, Ran, Request, Response } from './protocol';

/** The part of a Worker that the client uses. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: Request): void;
  terminate(): void;
}

/** Hears of a request while it is the newest of its channel; nothing after `done` or `failed`. */
export interface Listener<K extends ExperimentKind> {
  readonly partial: (value: Experiments[K]['partial']) => void;
  readonly progress?: (done: number, total: number) => void;
  readonly done?: (ran: Ran) => void;
  /**
   * @param message one sentence for a person
   * @param again whether the same request may succeed if it is made again
   */
  readonly failed: (message: string, again: boolean) => void;
}

/** The message if the worker dies over a request: what stopped, and what the reader can do. */
interface Death {
  readonly what: string;
  readonly remedy: string;
}

const CALCULATION: Death = { what: 'The calculation', remedy: 'Change a setting to start afresh.' };
const READING: Death = { what: 'Reading', remedy: 'Drop it again, or try a smaller one.' };

interface Live {
  readonly channel: string;
  readonly death: Death;
  readonly listener: Listener<ExperimentKind>;
}

/**
 * The page's side of the worker. A channel has one live request: a newer one cancels it, and its later messages are
 * ignored. The first request starts the worker, and so does the next one after it died.
 */
export class ExperimentClient {
  private worker: WorkerLike | null = null;
  private readonly live = new Map<number, Live>();
  private lastId = 0;
  /** This worker failed to load code. Some browsers never retry a script that failed once, but a new worker does. */
  private incomplete = false;

  constructor(private readonly makeWorker: () => WorkerLike) {}

  run<K extends ExperimentKind>(channel: string, kind: K, spec: Experiments[K]['spec'], listener: Listener<K>, engine: EngineChoice = 'fastest'): void {
    this.send(channel, listener, CALCULATION, (id) => ({ type: 'run', id, job: { kind, spec } as Job, engine }));
  }

  /** Has a file read and replayed as a recording. */
  read(channel: string, file: Blob, listener: Listener<'recording'>): void {
    this.send(channel, listener, READING, (id) => ({ type: 'read', id, file }));
  }

  private send<K extends ExperimentKind>(channel: string, listener: Listener<K>, death: Death, request: (id: number) => Request): void {
    this.cancel(channel);
    const id = ++this.lastId;
    // The worker answers a job of kind K with partials of kind K; the map from ids can't say so to the compiler.
    this.live.set(id, { channel, death, listener: listener as unknown as Listener<ExperimentKind> });
    try {
      this.worker ??= this.start();
      this.worker.postMessage(request(id));
    } catch (error) {
      this.live.delete(id);
      listener.failed(`${death.what} could not be started: ${reasonOf(error)}.`, true);
    }
  }

  cancel(channel: string): void {
    for (const [id, live] of this.live) {
      if (live.channel !== channel) continue;
      this.live.delete(id);
      this.worker?.postMessage({ type: 'cancel', id });
    }
  }

  dispose(): void {
    this.live.clear();
    this.stop();
  }

  private start(): WorkerLike {
    const worker = this.makeWorker();
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.died(worker, event.message);
    };
    worker.onmessageerror = () => this.died(worker, 'an answer could not be read');
    return worker;
  }

  private hear(response: Response): void {
    const live = this.live.get(response.id);
    if (live === undefined) return;
    const { listener } = live;
    switch (response.type) {
      case 'partial':
        return listener.partial(response.value);
      case 'progress':
        return listener.progress?.(response.done, response.total);
      case 'done':
        this.end(response.id);
        return listener.done?.(response.ran);
      case 'failed':
        if (response.missingCode === true) this.incomplete = true;
        this.end(response.id);
        return listener.failed(response.message, response.missingCode === true);
    }
  }

  private end(id: number): void {
    this.live.delete(id);
    if (this.incomplete && this.live.size === 0) this.stop();
  }

  /** Nobody knows which request it was, so all of them have failed. */
  private died(worker: WorkerLike, reason: string): void {
    if (this.worker !== worker) return;
    this.stop();
    const failed = [...this.live.values()];
    this.live.clear();
    const why = reason ? ` (${reason})` : '';
    for (const { listener, death } of failed) listener.failed(`${death.what} stopped unexpectedly${why}. ${death.remedy}`, true);
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.incomplete = false;
  }
}
