import type { ParseError, Result } from '../lib/result';
import type { ExperimentClient, Listener } from '../worker/client';
import type { EngineChoice } from '../worker/protocol';
import type { CachedResult } from './cached-results';
import { CachedResults } from './cached-results';
import { COLLECTORS } from './collect';
import { equalBits } from './equal-bits';
import type { ExperimentId } from './experiment';
import { channelsOf, experimentOf, valuesOf } from './experiment';
import type { RecordingLoader } from './recording-loader';
import { nameOfEntry } from './recording-loader';
import type { ChannelRequest } from './requests';
import { recordingsFor, requestsOf } from './requests';
import type { Channel, Channels, Results } from './results';
import { CHANNELS } from './results';
import type { AppStore, State } from './store';
import { IDLE, taskOf } from './store';

/** Calls back after so many milliseconds; returns what calls it off. */
export type Later = (callback: () => void, milliseconds: number) => () => void;

/** A result that is not done by then is shown as it grows; until then the one before it stays, so nothing flickers. */
const HOLD_MS = 80;

/** A running request may finish for this long even if a newer one is waiting, so that the picture follows a drag instead of waiting for its end. */
const THROTTLE_MS = 60;

/** What somebody looks at: a part's results, the list of the gallery, or all that is in the gallery. */
type Watched = ExperimentId | 'gallery list' | 'gallery';

interface Asked {
  readonly key: string;
  readonly engine: EngineChoice;
}

/** What was asked for one channel of one part. */
interface Followed {
  newest: Asked | null;
  /** Calls off the end of the throttle window, while it is open. */
  closeWindow: (() => void) | null;
  /** What is asked for once the window closes or the running request is through. */
  next: (Asked & { readonly run: () => void }) | null;
}

/**
 * Keeps results in step with settings for what is watched: loads the recordings that are needed and asks the worker for
 * what changed, once per turn of the event loop however many settings changed in it.
 */
export class Effects {
  private readonly watched = new Map<Watched, number>();
  private readonly followed = new Map<string, Followed>();
  /** The recordings that each part needed when it was last looked at: one that is needed anew is asked for anew. */
  private readonly needed = new Map<ExperimentId, readonly string[]>();
  private readonly cached = new CachedResults();
  private callOff: (() => void) | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly client: Pick<ExperimentClient, 'run' | 'cancel'>,
    private readonly loader: RecordingLoader,
    private readonly later: Later,
  ) {
    store.subscribe((now, before) => {
      if (now.parts !== before.parts || now.recordings !== before.recordings || now.gallery !== before.gallery) this.updateSoon();
    });
  }

  /** Follows this for as long as somebody looks at it; returns a disposer. */
  watch(what: Watched): () => void {
    this.watched.set(what, (this.watched.get(what) ?? 0) + 1);
    if (what === 'gallery list' || what === 'gallery') this.loader.loadGallery();
    this.updateSoon();
    return () => {
      const left = this.watched.get(what)! - 1;
      if (left > 0) this.watched.set(what, left);
      else {
        this.watched.delete(what);
        if (what !== 'gallery list' && what !== 'gallery') this.leave(what);
      }
    };
  }

  private updateSoon(): void {
    if (this.watched.size > 0) this.callOff ??= this.later(() => this.update(), 0);
  }

  private update(): void {
    this.callOff = null;
    const state = this.store.getState();
    for (const what of this.watched.keys()) {
      if (what === 'gallery') this.loadAll(state);
      else if (what !== 'gallery list') this.updatePart(what, state);
    }
  }

  private loadAll({ gallery, recordings }: State): void {
    for (const name of gallery?.ok ? gallery.value.map(nameOfEntry) : []) if (!recordings.has(name)) void this.loader.load(name);
  }

  private updatePart(part: ExperimentId, { parts, recordings }: State): void {
    const values = valuesOf(parts, part);
    const needed = recordingsFor(part, values, recordings);
    const before = this.needed.get(part) ?? [];
    this.needed.set(part, needed);
    for (const name of needed) {
      const known = recordings.get(name);
      if (known === undefined || (!known.ok && !before.includes(name))) void this.loader.load(name);
    }
    const { engine } = experimentOf(part, values, recordings).settings;
    // What was just asked for anew is known to have failed no longer.
    const requests = requestsOf(part, values, this.store.getState().recordings);
    for (const channel of channelsOf(part)) this.follow(part, channel, requests[channel] as Result<ChannelRequest<typeof channel>, ParseError> | null, engine);
  }

  private at(part: ExperimentId, channel: Channel): Followed {
    const task = taskId(part, channel);
    const known = this.followed.get(task) ?? { newest: null, closeWindow: null, next: null };
    this.followed.set(task, known);
    return known;
  }

  private follow<C extends Channel>(part: ExperimentId, channel: C, wanted: Result<ChannelRequest<C>, ParseError> | null, engine: EngineChoice): void {
    const followed = this.at(part, channel);
    const { state } = taskOf(this.store.getState(), part, channel);
    if (wanted !== null && wanted.ok) {
      const { key } = wanted.value;
      const isThis = (asked: Asked | null): boolean => asked?.key === key && asked.engine === engine;
      if (isThis(followed.next ?? followed.newest)) return;
      followed.next = null;
      if (state === 'running' && isThis(followed.newest)) return;
      const cached = this.cached.get(channel, key, engine);
      if (cached === null) {
        const run = (): void => this.run(part, channel, { ...wanted.value, engine });
        if (state === 'running' && followed.closeWindow !== null) followed.next = { key, engine, run };
        else run();
        return;
      }
      if (state === 'running') this.cancel(part, channel);
      followed.newest = { key, engine };
      return this.finish(part, channel, key, engine, cached);
    }
    followed.next = null;
    // What is done stays, and is still good should it be wanted again.
    if (wanted === null && state === 'done') return;
    if (state === 'running') this.cancel(part, channel);
    followed.newest = null;
    if (wanted !== null) this.store.actions.report(part, channel, { state: 'failed', problem: wanted.error });
    else if (state !== 'idle') this.store.actions.report(part, channel, IDLE);
  }

  /** Nobody looks at a part any more: what is done stays, what runs is given up. */
  private leave(part: ExperimentId): void {
    this.needed.delete(part);
    for (const channel of channelsOf(part)) {
      this.cancel(part, channel);
      // Clocks of its requests may still run: they show nothing any more.
      this.followed.delete(taskId(part, channel));
      if (taskOf(this.store.getState(), part, channel).state === 'running') this.store.actions.report(part, channel, IDLE);
    }
  }

  private cancel(part: ExperimentId, channel: Channel): void {
    closeWindow(this.at(part, channel));
    this.client.cancel(taskId(part, channel));
  }

  /** Shows a whole result, and whether the other engine's has the same bits. */
  private finish<C extends Channel>(part: ExperimentId, channel: C, key: string, engine: EngineChoice, { result, ran }: CachedResult<C>): void {
    const { show, report } = this.store.actions;
    show(part, channel, result as Results[C]);
    const other = this.cached.get(channel, key, engine === 'fastest' ? 'fround' : 'fastest');
    report(part, channel, { state: 'done', ran, same: other && other.ran.engine !== ran.engine ? equalBits(result, other.result) : null });
  }

  private run<C extends Channel>(part: ExperimentId, channel: C, request: ChannelRequest<C> & Asked): void {
    const { spec, key, engine } = request;
    const { show, report } = this.store.actions;
    const followed = this.at(part, channel);
    let result: Results[C] = null as Results[C];
    let holding = true;
    const showSoFar = (): void => {
      holding = false;
      // The client drops what is stale, but the clock of an old request goes on.
      if (this.followed.get(taskId(part, channel))?.newest === request && result !== null) show(part, channel, result);
    };
    /** Asks for what waited, if anything. */
    const askNext = (): void => {
      closeWindow(followed);
      const { next } = followed;
      followed.next = null;
      next?.run();
    };
    followed.newest = request;
    closeWindow(followed);
    followed.closeWindow = this.later(askNext, THROTTLE_MS);
    const release = this.later(showSoFar, HOLD_MS);
    report(part, channel, { state: 'running', done: 0, total: 0 });
    const listener: Listener<Channels[C]> = {
      partial: (piece) => {
        result = COLLECTORS[channel](spec, result, piece);
        if (!holding) showSoFar();
      },
      // What is short shows no progress: it would be drawn more often than the picture.
      progress: (done, total) => {
        if (!holding) report(part, channel, { state: 'running', done, total });
      },
      done: (ran) => {
        release();
        holding = false;
        // One that said nothing has nothing to show.
        if (result === null) report(part, channel, { state: 'done', ran, same: null });
        else {
          this.cached.set(channel, key, engine, { result, ran });
          this.finish(part, channel, key, engine, { result, ran });
        }
        askNext();
      },
      failed: (message) => {
        release();
        report(part, channel, { state: 'failed', problem: { message } });
        askNext();
      },
    };
    this.client.run(taskId(part, channel), CHANNELS[channel], spec, listener, engine);
  }
}

function closeWindow(followed: Followed): void {
  followed.closeWindow?.();
  followed.closeWindow = null;
}

/** A channel of a part, as the worker's client knows it. */
function taskId(part: ExperimentId, channel: Channel): string {
  return `${part}/${channel}`;
}
