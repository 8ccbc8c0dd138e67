import { fileText } from '../lib/file-text';
import { reasonOf } from '../lib/reason-of';
import type { Experiment } from '../experiments/step';
import type { EngineChoice, ExperimentKind, Experiments, Job, Ran, Request, Response } from './protocol';
import { URGENCY } from './experiment-table';

/** A job that runs in steps, and what it runs on. */
export interface Started extends Pick<Ran, 'engine' | 'why'> {
  readonly experiment: Experiment<Experiments[ExperimentKind]['partial']>;
}

/** A job, and what it needs. */
export interface Prepared {
  readonly kind: ExperimentKind;
  /** Null if its code is loaded, else a promise of it. */
  readonly code: Promise<unknown> | null;
  /** Starts it once its code is loaded; may throw. */
  readonly start: (engine: EngineChoice) => Started;
}

/** What the loop needs of the world. */
export interface LoopHost {
  /** Looks at a job and begins to load its code. */
  readonly prepare: (job: Job) => Prepared;
  readonly post: (response: Response, transfer: readonly ArrayBuffer[]) => void;
  /** Calls back soon, after pending messages have been received. */
  readonly defer: (callback: () => void) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Long enough to get work done, short enough that a cancellation is heard within a frame. */
const SLICE_MS = 8;

const MISSING_CODE = 'A part of this page could not be loaded. Are you still online?';

interface Running extends Started {
  readonly id: number;
  readonly kind: ExperimentKind;
  milliseconds: number;
}

/** Runs experiments in slices of time, the most urgent kind first; between slices it listens. */
export class ExperimentLoop {
  private readonly running: Running[] = [];
  /** Requests whose file or code is still loading. */
  private readonly arriving = new Set<number>();
  private scheduled = false;

  constructor(private readonly host: LoopHost) {}

  receive(request: Request): void {
    if (request.type === 'cancel') return this.drop(request.id);
    const { id } = request;
    if (request.type === 'read') {
      this.arriving.add(id);
      return void request.file
        .arrayBuffer()
        .then((bytes) => fileText(new Uint8Array(bytes)))
        .then(
          (text) => this.accept(id, { kind: 'recording', spec: { text } }, 'fastest'),
          () => this.fail(id, { message: 'The file could not be read.' }),
        );
    }
    this.arriving.add(id);
    this.accept(id, request.job, request.engine);
  }

  /** Starts a job once its code is loaded; other experiments go on meanwhile. */
  private accept(id: number, job: Job, engine: EngineChoice): void {
    if (!this.arriving.has(id)) return;
    const prepared = this.host.prepare(job);
    if (prepared.code === null) return this.begin(id, prepared, engine);
    prepared.code.then(
      () => this.begin(id, prepared, engine),
      () => this.fail(id, { message: MISSING_CODE, missingCode: true }),
    );
  }

  /** Says why a job can't begin, unless it was cancelled meanwhile. */
  private fail(id: number, why: { readonly message: string; readonly missingCode?: true }): void {
    if (this.arriving.delete(id)) this.host.post({ type: 'failed', id, ...why }, []);
  }

  private begin(id: number, { kind, start }: Prepared, engine: EngineChoice): void {
    // Cancelled meanwhile.
    if (!this.arriving.delete(id)) return;
    this.guarded(id, () => {
      this.running.push({ ...start(engine), id, kind, milliseconds: 0 });
      this.running.sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || a.id - b.id);
      this.schedule();
    });
  }

  private drop(id: number): void {
    this.arriving.delete(id);
    const at = this.running.findIndex((running) => running.id === id);
    if (at >= 0) this.running.splice(at, 1);
  }

  private schedule(): void {
    if (this.scheduled || this.running.length === 0) return;
    this.scheduled = true;
    this.host.defer(() => {
      this.scheduled = false;
      const first = this.running[0];
      if (first !== undefined) this.guarded(first.id, () => this.slice(first));
      this.schedule();
    });
  }

  /** Steps until its time is up, then reports the latest progress only. */
  private slice(running: Running): void {
    const { id, experiment, engine, why } = running;
    const begin = this.host.now();
    const end = begin + SLICE_MS;
    let news: Response | null = null;
    do {
      const next = experiment.next();
      if (next.done === true) {
        this.drop(id);
        const ran: Ran = { engine, why, milliseconds: running.milliseconds + this.host.now() - begin };
        this.host.post(next.value === null ? { type: 'done', id, ran } : { type: 'failed', id, message: next.value.message }, []);
        return;
      }
      const step = next.value;
      if (step.kind === 'partial') this.host.post({ type: 'partial', id, value: step.value }, step.transfer);
      else news = { type: 'progress', id, done: step.done, total: step.total };
    } while (this.host.now() < end);
    running.milliseconds += this.host.now() - begin;
    if (news !== null) this.host.post(news, []);
  }

  /** An experiment that throws fails; the others go on. */
  private guarded(id: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.drop(id);
      this.host.post({ type: 'failed', id, message: `This could not be computed: ${reasonOf(error)}.` }, []);
    }
  }
}
