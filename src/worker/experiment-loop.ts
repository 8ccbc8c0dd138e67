import { fileText } from '../lib/file-text';
import { reasonOf } from '../lib/reason-of';
import type { Experiment } from '../experiments/step';
import type { EngineChoice, ExperimentKind, Experiments, Job, Ran, Request, Response } from './protocol';
import { URGENCY } from './experiment-table';

/** A job that runs in steps, and what it runs on. */
export interface Started extends Pick<Ran, 'engine' | 'why'> {
  readonly experiment: Experiment<Experiments[ExperimentKind]['partial']>;
}

/** What the loop needs of the world. */
export interface LoopHost {
  /** Starts a job; may throw. */
  readonly start: (job: Job, engine: EngineChoice) => Started;
  /** Null if the code for this is loaded, else a promise of it. The spec of a file that is not read yet is null. */
  readonly load: (kind: ExperimentKind, spec: Job['spec'] | null) => Promise<unknown> | null;
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
      const read = async (): Promise<Job> => ({ kind: 'recording', spec: { text: fileText(new Uint8Array(await request.file.arrayBuffer())) } });
      return void this.await(id, this.host.load('recording', null), read, 'fastest');
    }
    const { job, engine } = request;
    const code = this.host.load(job.kind, job.spec);
    if (code === null) this.begin(id, job, engine);
    else void this.await(id, code, async () => job, engine);
  }

  /** Starts a job once it and its code are loaded; other experiments go on meanwhile. */
  private async await(id: number, loading: Promise<unknown> | null, arrives: () => Promise<Job>, engine: EngineChoice): Promise<void> {
    this.arriving.add(id);
    const [job, code] = await Promise.allSettled([arrives(), loading]);
    // Cancelled meanwhile.
    if (!this.arriving.delete(id)) return;
    if (code.status === 'rejected') this.host.post({ type: 'failed', id, message: MISSING_CODE, missingCode: true }, []);
    else if (job.status === 'rejected') this.host.post({ type: 'failed', id, message: 'The file could not be read.' }, []);
    else this.begin(id, job.value, engine);
  }

  private begin(id: number, job: Job, engine: EngineChoice): void {
    this.guarded(id, () => {
      this.running.push({ ...this.host.start(job, engine), id, kind: job.kind, milliseconds: 0 });
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
