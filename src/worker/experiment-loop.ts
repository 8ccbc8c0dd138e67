import type { Experiment } from '../experiments/step';
import type { ExperimentKind, Experiments, Job, Request, Response } from './protocol';
import { URGENCY } from './start-experiment';

/** What the loop needs of the world. */
export interface LoopHost {
  /** Starts a job; may throw. */
  readonly start: (job: Job) => Experiment<Experiments[ExperimentKind]['partial']>;
  readonly post: (response: Response, transfer: readonly ArrayBuffer[]) => void;
  /** Calls back soon, after messages that wait have been received. */
  readonly defer: (callback: () => void) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Long enough to get work done, short enough that a cancellation is heard within a frame. */
const SLICE_MS = 12;

interface Running {
  readonly id: number;
  readonly kind: ExperimentKind;
  readonly experiment: Experiment<Experiments[ExperimentKind]['partial']>;
}

/** Runs experiments in slices of time, the most urgent kind first; between slices it listens. */
export class ExperimentLoop {
  private readonly running: Running[] = [];
  /** Files that are on their way. */
  private readonly reading = new Set<number>();
  private scheduled = false;

  constructor(private readonly host: LoopHost) {}

  receive(request: Request): void {
    if (request.type === 'cancel') this.drop(request.id);
    else if (request.type === 'read') void this.read(request.id, request.file);
    else this.begin(request.id, request.job);
  }

  /** Other experiments go on while the browser reads. */
  private async read(id: number, file: Blob): Promise<void> {
    this.reading.add(id);
    const text = await file.text().catch(() => null);
    // Cancelled meanwhile.
    if (!this.reading.delete(id)) return;
    if (text === null) this.host.post({ type: 'failed', id, message: 'The file could not be read.' }, []);
    else this.begin(id, { kind: 'recording', spec: { text } });
  }

  private begin(id: number, job: Job): void {
    this.guarded(id, () => {
      this.running.push({ id, kind: job.kind, experiment: this.host.start(job) });
      this.running.sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || a.id - b.id);
      this.schedule();
    });
  }

  private drop(id: number): void {
    this.reading.delete(id);
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

  /** Steps until the time is over; of the progress only the last is told. */
  private slice({ id, experiment }: Running): void {
    const end = this.host.now() + SLICE_MS;
    let news: Response | null = null;
    do {
      const next = experiment.next();
      if (next.done === true) {
        this.drop(id);
        this.host.post(next.value === null ? { type: 'done', id } : { type: 'failed', id, message: next.value.message }, []);
        return;
      }
      const step = next.value;
      if (step.kind === 'partial') this.host.post({ type: 'partial', id, value: step.value }, step.transfer);
      else news = { type: 'progress', id, done: step.done, total: step.total };
    } while (this.host.now() < end);
    if (news !== null) this.host.post(news, []);
  }

  /** An experiment that throws has failed, and the others go on. */
  private guarded(id: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.drop(id);
      const reason = error instanceof Error ? error.message : String(error);
      this.host.post({ type: 'failed', id, message: `This could not be computed: ${reason}.` }, []);
    }
  }
}
