import type { WorkerLike } from './client';
import type { ExperimentKind, Request, Response } from './protocol';

/** Kinds that take long. If there are several workers, these get their own, so that short kinds never wait for them. */
const LONG: readonly ExperimentKind[] = ['growth', 'flips', 'depth'];

/** A running request, in one worker or shared by several. */
interface Shared {
  readonly places: ReadonlySet<number>;
  /** The progress of each worker, finished or not. */
  readonly progress: Map<number, { readonly done: number; readonly total: number }>;
  milliseconds: number;
  left: number;
}

/** How many workers a page gets for its cores: one for short requests and others for long ones, but not all cores. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(4, cores <= 2 ? cores : cores - 1));
}

/**
 * Several workers that look like one. Short requests go to the first, so that it has the layers cached; long ones go to
 * the others; growth, whose values of K are independent, goes to all at once. Each worker starts when it is first needed.
 * They share no memory.
 */
export class WorkerPool implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private readonly workers: (WorkerLike | undefined)[] = [];
  private readonly live = new Map<number, Shared>();

  constructor(
    private readonly makeWorker: () => WorkerLike,
    private readonly size: number,
  ) {}

  postMessage(request: Request): void {
    if (request.type === 'cancel') {
      for (const place of this.live.get(request.id)?.places ?? []) this.worker(place).postMessage(request);
      this.live.delete(request.id);
      return;
    }
    const places = this.placesFor(request);
    this.live.set(request.id, { places: new Set(places), progress: new Map(), milliseconds: 0, left: places.length });
    for (const [at, place] of places.entries()) this.worker(place).postMessage(places.length === 1 ? request : shareOf(request, at, places.length));
  }

  terminate(): void {
    for (const worker of this.workers) worker?.terminate();
    this.workers.length = 0;
    this.live.clear();
  }

  private placesFor(request: Exclude<Request, { type: 'cancel' }>): number[] {
    if (request.type === 'read' || !LONG.includes(request.job.kind) || this.size === 1) return [0];
    const others = Array.from({ length: this.size - 1 }, (_, at) => at + 1);
    // The first one last: it has the smallest share.
    if (request.job.kind === 'growth') return [...others, 0];
    const load = (place: number): number => [...this.live.values()].filter(({ places }) => places.has(place)).length;
    return [others.reduce((best, place) => (load(place) < load(best) ? place : best))];
  }

  private worker(place: number): WorkerLike {
    const known = this.workers[place];
    if (known !== undefined) return known;
    const worker = this.makeWorker();
    worker.onmessage = (event) => this.hear(place, event.data);
    worker.onmessageerror = (event) => this.onmessageerror?.(event);
    worker.onerror = (event) => this.onerror?.(event);
    this.workers[place] = worker;
    return worker;
  }

  /** For a shared request, adds up the progress, and reports the end once all are done or one has failed. */
  private hear(place: number, response: Response): void {
    const shared = this.live.get(response.id);
    if (shared === undefined) return;
    const { id } = response;
    switch (response.type) {
      case 'partial':
        return this.say(response);
      case 'progress': {
        shared.progress.set(place, response);
        const all = [...shared.progress.values()];
        return this.say({ type: 'progress', id, done: all.reduce((sum, { done }) => sum + done, 0), total: all.reduce((sum, { total }) => sum + total, 0) });
      }
      case 'failed':
        this.live.delete(id);
        for (const other of shared.places) if (other !== place) this.worker(other).postMessage({ type: 'cancel', id });
        return this.say(response);
      case 'done':
        shared.milliseconds = Math.max(shared.milliseconds, response.ran.milliseconds);
        if (--shared.left > 0) return;
        this.live.delete(id);
        return this.say({ ...response, ran: { ...response.ran, milliseconds: shared.milliseconds } });
    }
  }

  private say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
}

/** One worker's share of a growth request. */
function shareOf(request: Exclude<Request, { type: 'cancel' }>, at: number, of: number): Request {
  if (request.type !== 'run' || request.job.kind !== 'growth') return request;
  return { ...request, job: { kind: 'growth', spec: { ...request.job.spec, share: { at, of } } } };
}
