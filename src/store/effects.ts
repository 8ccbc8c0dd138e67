import type { Recording } from '../recordings/recording';
import type { ParseError, Result } from '../lib/result';
import type { ExperimentClient, Listener } from '../worker/client';
import type { EngineChoice } from '../worker/protocol';
import { COLLECTORS } from './collect';
import { neededRecordings } from './lab-spec';
import type { ChannelRequest } from './requests';
import { wantedOf } from './requests';
import { equalBits } from './equal-bits';
import type { CachedResult } from './cached-results';
import { CachedResults } from './cached-results';
import type { Channel, Channels, Results } from './results';
import { ALL_CHANNELS, CHANNELS } from './results';
import type { AppStore } from './store';
import { IDLE } from './store';

export interface EffectsHost {
  readonly client: Pick<ExperimentClient, 'run' | 'cancel'>;
  readonly loadRecording: (name: string) => Promise<Result<Recording, ParseError>>;
  /** Calls back with the name of a recording that the reader brought or took away; gives back what ends it. */
  readonly followRecordings: (follower: (name: string) => void) => () => void;
  /** Calls back after so many milliseconds; gives back what calls it off. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

/** A result that is not done by then is shown as it grows; until then the one before it stays, so nothing flickers. */
const HOLD_MS = 80;

/** A request this young is let through although there is a newer one: so the picture follows a drag instead of waiting for its end. */
const PATIENCE_MS = 60;

/**
 * Keeps results in step with settings: loads the recordings that are asked for and asks the worker for what changed,
 * once per turn of the event loop however many settings changed in it. Gives back what ends it.
 *
 * @param channels what somebody looks at: nothing is computed for the others
 */
export function startEffects(store: AppStore, host: EffectsHost, channels: readonly Channel[] = ALL_CHANNELS): () => void {
  const asked = new Set<string>();
  /** The newest request of each channel. */
  const newest = new Map<Channel, { readonly key: string; readonly engine: EngineChoice }>();
  /** What calls off the end of a running request's youth. */
  const young = new Map<Channel, () => void>();
  /** What is asked for once a young request is through. */
  const next = new Map<Channel, { readonly key: string; readonly engine: EngineChoice; readonly run: () => void }>();
  const kept = new CachedResults();
  let callOff: (() => void) | null = null;

  const update = (): void => {
    callOff = null;
    const state = store.getState();
    for (const name of neededRecordings(state.fitted, channels)) if (!state.recordings.has(name) && !asked.has(name)) load(name);
    for (const channel of channels) follow(channel, wantedOf(channel, state), state.fitted.engine);
  };

  const load = (name: string): void => {
    asked.add(name);
    host.loadRecording(name).then(
      (found) => {
        // Another figure of the same store may have loaded it meanwhile.
        if (store.getState().recordings.has(name)) return;
        if (found.ok) store.actions.addRecording(name, found.value);
        else store.actions.missRecording(name, found.error);
      },
      () => store.actions.missRecording(name, { message: `The recording ${name} could not be loaded.` }),
    );
  };

  function follow<C extends Channel>(channel: C, wanted: Result<ChannelRequest<C>, ParseError> | null, engine: EngineChoice): void {
    const { state } = store.getState().tasks[channel];
    if (wanted !== null && wanted.ok) {
      const { key } = wanted.value;
      const isThis = (asked: { readonly key: string; readonly engine: EngineChoice } | undefined): boolean => asked?.key === key && asked.engine === engine;
      if (isThis(next.get(channel) ?? newest.get(channel))) return;
      next.delete(channel);
      if (state === 'running' && isThis(newest.get(channel))) return;
      const known = kept.get(channel, key, engine);
      if (known === null) {
        const begin = (): void => run(channel, { ...wanted.value, engine });
        if (state === 'running' && young.has(channel)) next.set(channel, { key, engine, run: begin });
        else begin();
        return;
      }
      if (state === 'running') cancel(channel);
      newest.set(channel, { key, engine });
      return finish(channel, key, engine, known);
    }
    next.delete(channel);
    // What is done stays, and is still good should it be wanted again.
    if (wanted === null && state === 'done') return;
    if (state === 'running') cancel(channel);
    newest.delete(channel);
    if (wanted !== null) store.actions.report(channel, { state: 'failed', problem: wanted.error });
    else if (state !== 'idle') store.actions.report(channel, IDLE);
  }

  function cancel(channel: Channel): void {
    grown(channel);
    host.client.cancel(channel);
  }

  /** Its request is young no longer, or through. */
  function grown(channel: Channel): void {
    young.get(channel)?.();
    young.delete(channel);
  }

  /** Asks for what waited, if anything. */
  function goOn(channel: Channel): void {
    grown(channel);
    const waiting = next.get(channel);
    next.delete(channel);
    waiting?.run();
  }

  /** Shows a whole result, and whether the other engine's has the same bits. */
  function finish<C extends Channel>(channel: C, key: string, engine: EngineChoice, { result, ran }: CachedResult<C>): void {
    store.actions.show(channel, result as Results[C]);
    const other = kept.get(channel, key, engine === 'fastest' ? 'fround' : 'fastest');
    store.actions.report(channel, { state: 'done', ran, same: other && other.ran.engine !== ran.engine ? equalBits(result, other.result) : null });
  }

  function run<C extends Channel>(channel: C, request: ChannelRequest<C> & { readonly engine: EngineChoice }): void {
    const { spec, key, engine } = request;
    let result: Results[C] = null as Results[C];
    let holding = true;
    const show = (): void => {
      holding = false;
      // The client drops what is stale, but the clock of an old request goes on.
      if (newest.get(channel) === request && result !== null) store.actions.show(channel, result);
    };
    newest.set(channel, request);
    grown(channel);
    young.set(channel, host.later(() => goOn(channel), PATIENCE_MS));
    const release = host.later(show, HOLD_MS);
    store.actions.report(channel, { state: 'running', done: 0, total: 0 });
    const listener: Listener<Channels[C]> = {
      partial: (piece) => {
        result = COLLECTORS[channel](spec, result, piece);
        if (!holding) show();
      },
      // What is short shows no progress: it would be drawn more often than the picture.
      progress: (done, total) => {
        if (!holding) store.actions.report(channel, { state: 'running', done, total });
      },
      done: (ran) => {
        release();
        holding = false;
        // One that said nothing has nothing to keep.
        if (result === null) store.actions.report(channel, { state: 'done', ran, same: null });
        else {
          kept.set(channel, key, engine, { result, ran });
          finish(channel, key, engine, { result, ran });
        }
        goOn(channel);
      },
      failed: (message) => {
        release();
        store.actions.report(channel, { state: 'failed', problem: { message } });
        goOn(channel);
      },
    };
    host.client.run(channel, CHANNELS[channel], spec, listener, engine);
  }

  const changed = (): void => {
    callOff ??= host.later(update, 0);
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (now.fitted !== before.fitted || now.recordings !== before.recordings || now.missing !== before.missing) changed();
  });
  const unfollow = host.followRecordings((name) => {
    asked.delete(name);
    store.actions.forgetRecording(name);
    changed();
  });
  changed();
  return () => {
    unsubscribe();
    unfollow();
    callOff?.();
    // Its clocks may still run: they must not show what is stale beside newer effects of the same store.
    newest.clear();
    next.clear();
    for (const channel of channels) cancel(channel);
  };
}
