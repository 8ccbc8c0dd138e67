import type { Later } from '../lib/later';
import type { ParseError, Result } from '../lib/result';
import type { ExperimentClient, Listener } from '../worker/client';
import type { EngineChoice } from '../worker/protocol';
import type { CachedResult, CachedResults } from './cached-results';
import { COLLECTORS } from './collect';
import { equalBits } from './equal-bits';
import type { ExperimentId } from './experiment';
import type { ChannelRequest } from './requests';
import type { Channel, Channels, Results } from './results';
import { CHANNELS } from './results';
import type { AppStore, Task } from './store';
import { IDLE, taskOf } from './store';

/** What all followers of a page share. */
export interface FollowerHost {
  readonly store: AppStore;
  readonly client: Pick<ExperimentClient, 'run' | 'cancel'>;
  readonly cached: CachedResults;
  readonly later: Later;
}

/** The previous result stays for this long, so that nothing flickers; after that, a slower one is shown as it grows. */
const HOLD_MS = 80;

/** A newer request waits this long for the running one to finish, so that the picture follows a drag before its end. */
const THROTTLE_MS = 60;

interface Asked {
  readonly key: string;
  readonly engine: EngineChoice;
}

/** Keeps the result of one part's channel in step with what is wanted. */
export class ChannelFollower<C extends Channel> {
  private newest: Asked | null = null;
  /** Cancels the end of the throttle window while it is open. */
  private windowOpen: (() => void) | null = null;
  /** The request to make once the window closes or the running request is done. */
  private next: (Asked & { readonly run: () => void }) | null = null;

  constructor(
    private readonly part: ExperimentId,
    private readonly channel: C,
    private readonly host: FollowerHost,
  ) {}

  /** Requests what is wanted now, unless it is there or running. */
  follow(wanted: Result<ChannelRequest<C>, ParseError> | null, engine: EngineChoice): void {
    const { state } = this.task();
    if (wanted !== null && wanted.ok) {
      const { key } = wanted.value;
      const isThis = (asked: Asked | null): boolean => asked?.key === key && asked.engine === engine;
      if (isThis(this.next ?? this.newest)) return;
      this.next = null;
      if (state === 'running' && isThis(this.newest)) return;
      const cached = this.host.cached.get(this.channel, key, engine);
      if (cached === null) {
        const run = (): void => this.run({ ...wanted.value, engine });
        if (state === 'running' && this.windowOpen !== null) this.next = { key, engine, run };
        else run();
        return;
      }
      if (state === 'running') this.cancel();
      this.newest = { key, engine };
      return this.finish(key, engine, cached);
    }
    this.next = null;
    // A finished result stays; it is still good if it is wanted again.
    if (wanted === null && state === 'done') return;
    if (state === 'running') this.cancel();
    this.newest = null;
    if (wanted !== null) this.report({ state: 'failed', problem: wanted.error, again: false });
    else if (state !== 'idle') this.report(IDLE);
  }

  /** Lets the next `follow` repeat a request that failed to load. */
  forgetFailure(): void {
    const task = this.task();
    if (task.state === 'failed' && task.again) this.newest = null;
  }

  /** Nobody is looking any more: keeps a finished result, gives up a running request. */
  leave(): void {
    this.cancel();
    // A request's timer may still be running: it must show nothing.
    this.newest = null;
    this.next = null;
    if (this.task().state === 'running') this.report(IDLE);
  }

  private run(request: ChannelRequest<C> & Asked): void {
    const { spec, key, engine } = request;
    let result: Results[C] = null as Results[C];
    let holding = true;
    const showSoFar = (): void => {
      holding = false;
      // The client ignores stale requests, but their timers still fire.
      if (this.newest === request && result !== null) this.show(result);
    };
    this.newest = request;
    this.closeWindow();
    this.windowOpen = this.host.later(() => this.askNext(), THROTTLE_MS);
    const release = this.host.later(showSoFar, HOLD_MS);
    this.report({ state: 'running', done: 0, total: 0 });
    const listener: Listener<Channels[C]> = {
      partial: (piece) => {
        result = COLLECTORS[this.channel](spec, result, piece);
        if (!holding) showSoFar();
      },
      // Short requests show no progress: it would be drawn more often than the picture.
      progress: (done, total) => {
        if (!holding) this.report({ state: 'running', done, total });
      },
      done: (ran) => {
        release();
        holding = false;
        // Without any piece there is nothing to show.
        if (result === null) this.report({ state: 'done', ran, same: null });
        else {
          this.host.cached.set(this.channel, key, engine, { result, ran });
          this.finish(key, engine, { result, ran });
        }
        this.askNext();
      },
      failed: (message, again) => {
        release();
        this.report({ state: 'failed', problem: { message }, again });
        this.askNext();
      },
    };
    this.host.client.run(this.id, CHANNELS[this.channel], spec, listener, engine);
  }

  /** Makes the waiting request, if any. */
  private askNext(): void {
    this.closeWindow();
    const { next } = this;
    this.next = null;
    next?.run();
  }

  /** Shows a complete result, and whether the other engine's has the same bits. */
  private finish(key: string, engine: EngineChoice, { result, ran }: CachedResult<C>): void {
    this.show(result as Results[C]);
    const other = this.host.cached.get(this.channel, key, engine === 'fastest' ? 'fround' : 'fastest');
    this.report({ state: 'done', ran, same: other && other.ran.engine !== ran.engine ? equalBits(result, other.result) : null });
  }

  private cancel(): void {
    this.closeWindow();
    this.host.client.cancel(this.id);
  }

  private closeWindow(): void {
    this.windowOpen?.();
    this.windowOpen = null;
  }

  private task(): Task {
    return taskOf(this.host.store.getState(), this.part, this.channel);
  }

  private show(result: Results[C]): void {
    this.host.store.actions.show(this.part, this.channel, result);
  }

  private report(task: Task): void {
    this.host.store.actions.report(this.part, this.channel, task);
  }

  /** The channel's name for the worker's client. */
  private get id(): string {
    return `${this.part}/${this.channel}`;
  }
}
