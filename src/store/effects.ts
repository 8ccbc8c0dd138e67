import type { Recording } from '../recordings/recording';
import type { Complaint, Result } from '../result';
import type { ExperimentClient } from '../worker/client';
import { COLLECTORS } from './collect';
import { neededRecordings } from './lab-spec';
import type { ChannelRequest } from './requests';
import { wantedOf } from './requests';
import type { Channel, Results } from './results';
import { ALL_CHANNELS, CHANNELS } from './results';
import type { AppStore } from './store';
import { IDLE } from './store';

export interface EffectsHost {
  readonly client: Pick<ExperimentClient, 'run' | 'cancel'>;
  readonly loadRecording: (name: string) => Promise<Result<Recording, Complaint>>;
  /** Calls back with the name of a recording that the reader brought or took away; gives back what ends it. */
  readonly followRecordings: (follower: (name: string) => void) => () => void;
  /** Calls back after so many milliseconds; gives back what calls it off. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

/** A result that is not done by then is shown as it grows; until then the one before it stays, so nothing flickers. */
const HOLD_MS = 80;

/**
 * Keeps results in step with settings: loads the recordings that are asked for and asks the worker for what changed,
 * once per turn of the event loop however many settings changed in it. Gives back what ends it.
 *
 * @param channels what somebody looks at: nothing is computed for the others
 */
export function startEffects(store: AppStore, host: EffectsHost, channels: readonly Channel[] = ALL_CHANNELS): () => void {
  const asked = new Set<string>();
  /** The newest request of each channel. */
  const newest = new Map<Channel, { readonly key: string }>();
  let callOff: (() => void) | null = null;

  const update = (): void => {
    callOff = null;
    const state = store.getState();
    for (const name of neededRecordings(state.fitted, channels)) if (!state.recordings.has(name) && !asked.has(name)) load(name);
    const wanted = wantedOf(state);
    for (const channel of channels) follow(channel, wanted[channel]);
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

  function follow<C extends Channel>(channel: C, wanted: Result<ChannelRequest<C>, Complaint> | null): void {
    if (wanted !== null && wanted.ok) {
      if (newest.get(channel)?.key !== wanted.value.key) run(channel, wanted.value);
      return;
    }
    const { state } = store.getState().tasks[channel];
    // What is done stays, and is still good should it be wanted again.
    if (wanted === null && state === 'done') return;
    if (state === 'running') host.client.cancel(channel);
    newest.delete(channel);
    if (wanted !== null) store.actions.report(channel, { state: 'failed', complaint: wanted.error });
    else if (state !== 'idle') store.actions.report(channel, IDLE);
  }

  function run<C extends Channel>(channel: C, request: ChannelRequest<C>): void {
    const { spec } = request;
    let result: Results[C] = null as Results[C];
    let holding = true;
    const show = (): void => {
      holding = false;
      // The client drops what is stale, but the clock of an old request goes on.
      if (newest.get(channel) === request && result !== null) store.actions.show(channel, result);
    };
    newest.set(channel, request);
    const release = host.later(show, HOLD_MS);
    store.actions.report(channel, { state: 'running', done: 0, total: 0 });
    host.client.run(channel, CHANNELS[channel], spec, {
      partial: (piece) => {
        result = COLLECTORS[channel](spec, result, piece);
        if (!holding) show();
      },
      progress: (done, total) => store.actions.report(channel, { state: 'running', done, total }),
      done: () => {
        release();
        show();
        store.actions.report(channel, { state: 'done' });
      },
      failed: (message) => {
        release();
        store.actions.report(channel, { state: 'failed', complaint: { message } });
      },
    });
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
    for (const channel of channels) host.client.cancel(channel);
  };
}
