import { describe, expect, it, vi } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { newExperimentContext } from '../experiments/experiment-context';
import { FROUND } from '../linear/fround-engine';
import { wasmEngine } from '../linear/wasm-engine';
import { fail, ok } from '../lib/result';
import { readPageLink } from '../share/page-link';
import type { Listener, WorkerLike } from '../worker/client';
import { ExperimentClient } from '../worker/client';
import { ExperimentLoop } from '../worker/experiment-loop';
import type { Request, Response } from '../worker/protocol';
import { ExperimentTable } from '../worker/experiment-table';
import { baselineValues } from './baseline-values';
import { startEffects } from './effects';
import { scriptedSums } from './equal-bits';
import type { Channel } from './results';
import type { State } from './store';
import { createAppStore } from './store';

const WASM = wasmEngine('exact');

const TABLE = new ExperimentTable();
await Promise.all((['thread', 'whole', 'growth', 'depth', 'flips', 'remedies'] as const).map((kind) => TABLE.load(kind)));

/** A page without a browser: the worker's loop runs when `settle` says so, and so do the clocks. */
function page(link = '') {
  const store = createAppStore({ ...readPageLink(link).settings, ...readPageLink(link).figures.thread });
  const deferred: (() => void)[] = [];
  const clocks: { callback: () => void; at: number }[] = [];
  const asked: Request[] = [];
  const worker: WorkerLike = { onmessage: null, onmessageerror: null, onerror: null, terminate: () => undefined, postMessage: (request) => void (asked.push(request), loop.receive(structuredClone(request))) };
  const loop = new ExperimentLoop({
    start: (job, choice) => {
      const engine = choice === 'fround' ? FROUND : WASM;
      return { experiment: TABLE.start(job, newExperimentContext(engine)), engine: engine.name, why: null };
    },
    load: () => null,
    post: (response, transfer) => worker.onmessage?.({ data: structuredClone(response, { transfer: [...transfer] }) } as MessageEvent<Response>),
    defer: (callback) => deferred.push(callback),
    now: () => 0,
  });
  const loads = vi.fn((name: string) => Promise.resolve(name.startsWith('no') ? fail({ message: 'none' }) : ok(galleryRecording(name))));
  const followers = new Set<(name: string) => void>();
  const stop = startEffects(store, {
    client: new ExperimentClient(() => worker),
    loadRecording: loads,
    followRecordings: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    later: (callback, at) => {
      const clock = { callback, at };
      clocks.push(clock);
      return () => void (clocks.includes(clock) && clocks.splice(clocks.indexOf(clock), 1));
    },
  }, ['thread', 'threadCell', 'sweep', 'whole', 'growth', 'cell']);
  /** Runs the clocks that are due at once (or all), and the worker unless it is held back. */
  const settle = async (heldBack = false, due = 0): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) {
      await Promise.resolve();
      for (const clock of clocks.filter(({ at }) => at <= due)) {
        clocks.splice(clocks.indexOf(clock), 1);
        clock.callback();
      }
      if (!heldBack) while (deferred.length > 0) deferred.shift()!();
    }
  };
  const runs = (): string[] => asked.flatMap((request) => (request.type === 'run' ? [request.job.kind] : []));
  const state = (): State => store.getState();
  /** What the reader did with a recording of this name. */
  const happened = (name: string): void => followers.forEach((follower) => follower(name));
  return { ...store, settle, runs, asked, loads, stop, state, deferred, happened };
}

function tasks(state: State): Record<Channel, string> {
  return Object.fromEntries(Object.entries(state.tasks).map(([channel, task]) => [channel, task.state])) as Record<Channel, string>;
}

describe('effects', () => {
  it('load what the first settings need and compute what they show', async () => {
    const { settle, runs, loads, state } = page();
    await settle();
    expect(loads.mock.calls.flat()).toEqual(['mkl-2020.4-4x8', 'pytorch-2.13-mkl-768x768']);
    expect(runs().sort()).toEqual(['cell', 'sweep', 'thread']);
    const { thread, sweep, threadCell } = state().results;
    expect(thread?.rows.map(({ meanText }) => meanText)).toEqual(thread?.rows.map(({ printed }) => printed.mean));
    expect(threadCell?.numbers.x[0]).toBe(0.6864939332008362);
    expect(sweep?.rows.map(({ batch }) => batch)).toEqual([1, 2, 4, 8, 16, 128]);
    expect(tasks(state())).toEqual({ thread: 'done', threadCell: 'done', sweep: 'done', whole: 'idle', growth: 'idle', cell: 'idle', depth: 'idle', flips: 'idle', remedies: 'idle' });
  });

  it('compute nothing for another baseline, unit or theme', async () => {
    const { settle, runs, actions, state } = page();
    await settle();
    const before = runs().length;
    for (const baseline of ['exact', 'float64', 4] as const) actions.setAll({ baseline, unit: 'ulp', theme: 'dark' });
    await settle();
    expect(runs()).toHaveLength(before);
    expect(baselineValues(state().results.sweep!, 4)).toBe(state().results.sweep?.rows[2]?.values);
    expect(baselineValues(state().results.sweep!, 'exact')).toBeInstanceOf(Float64Array);
    expect(baselineValues(state().results.sweep!, 64)).toBeNull();
  });

  it('compute once for settings that change together, and only what depends on them', async () => {
    const { settle, runs, actions } = page();
    await settle();
    const before = runs().length;
    actions.set('seed', 1);
    actions.set('seed', 2);
    actions.set('batches', [1, 4]);
    await settle();
    expect(runs().slice(before)).toEqual(['sweep']);
    actions.set('threadSeed', 3);
    await settle();
    expect(runs().slice(before + 1).sort()).toEqual(['cell', 'thread']);
  });

  it('compute nothing twice: settings that were there before show their result at once', async () => {
    const { settle, runs, actions, state } = page('from=pattern&k=64&n=64');
    await settle();
    const first = state().results.sweep;
    actions.set('seed', 5);
    await settle();
    expect(state().results.sweep).not.toBe(first);
    const before = runs().length;
    actions.set('seed', 6);
    await settle(true);
    expect(state().tasks.sweep.state).toBe('running');
    actions.set('seed', 72);
    await settle(true);
    expect(state().tasks.sweep.state).toBe('done');
    expect(state().results.sweep).toBe(first);
    await settle();
    expect(state().results.sweep).toBe(first);
    expect(runs().slice(before)).toEqual(['sweep']);
  });

  it('let a young request through while there is a newer one, and only the newest of these follows', async () => {
    const { settle, runs, actions, state, subscribe } = page('from=pattern&k=64&n=64');
    await settle();
    actions.set('seed', 1);
    await settle(true);
    for (const seed of [2, 3, 4]) {
      actions.set('seed', seed);
      await settle(true);
    }
    const shown: number[] = [];
    const unsubscribe = subscribe(({ results }) => {
      const source = results.sweep?.spec.layer.source;
      if (source?.kind === 'torch' && shown.at(-1) !== source.seed) shown.push(source.seed);
    });
    await settle();
    unsubscribe();
    expect(shown).toEqual([1, 4]);
    expect(runs().filter((kind) => kind === 'sweep')).toHaveLength(3);
    expect(state().tasks.sweep.state).toBe('done');
  });

  it('drop a request that has had its time for the newest one, and what is waited for can change back', async () => {
    const { settle, asked, actions, state } = page('view=growth&gmax=10');
    await settle(true);
    const before = asked.length;
    actions.set('seed', 1);
    await settle(true);
    actions.set('seed', 2);
    await settle(true);
    expect(asked).toHaveLength(before);
    // What runs is wanted again.
    actions.set('seed', 72);
    await settle(true);
    await settle(true, 60);
    expect(asked).toHaveLength(before);
    actions.set('seed', 3);
    await settle(true);
    expect(asked.slice(before).map(({ type }) => type)).toEqual(['cancel', 'run']);
    actions.set('seed', 4);
    await settle(true);
    // Sixty milliseconds later.
    await settle(true, 60);
    expect(asked.slice(before).map(({ type }) => type)).toEqual(['cancel', 'run', 'cancel', 'run']);
    await settle();
    expect(asked).toHaveLength(before + 4);
    expect(state().results.growth?.spec.seed).toBe(4);
  });

  it('compute the same bits on the other engine, and say so', async () => {
    for (const view of ['sweep', 'whole'] as const) {
      const { settle, runs, actions, state } = page(`from=pattern&k=64&n=40&batch=9&view=${view}`);
      await settle();
      expect(state().tasks[view]).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: null });
      actions.set('engine', 'fround');
      await settle();
      const of = view === 'sweep' ? 6 * 40 : 2 * 9 * 40;
      expect(state().tasks[view]).toMatchObject({ state: 'done', ran: { engine: 'fround' }, same: { equal: of, of } });
      const before = runs().length;
      actions.set('engine', 'fastest');
      await settle();
      expect(state().tasks[view]).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: { equal: of, of } });
      expect(runs()).toHaveLength(before);
    }
  });

  it.each([
    ['float64', 'from=pattern&format=float64', 'float64', null],
    ['sums that are no trees', 'from=thresholds&orders=1:kahan', 'all', null],
    ['a tree for batch 1, 2 and 4, another sum from 8 on', 'from=thresholds&orders=1:lanes(4);8:exact', 'some', { equal: 3 * 40, of: 3 * 40 }],
  ] as const)('compare no code with itself: %s', async (_, link, scripted, same) => {
    const { settle, actions, state } = page(`${link}&k=64&n=40&batches=1,2,4,8`);
    await settle();
    actions.set('engine', 'fround');
    await settle();
    expect(state().tasks.sweep).toMatchObject({ state: 'done', ran: { engine: 'fround' }, same });
    expect(scriptedSums(state().results.sweep)).toBe(scripted);
    actions.set('view', 'whole');
    await settle();
    actions.set('engine', 'fastest');
    await settle();
    // The whole batch of 128 rows takes the second order, its rows alone the first.
    const alone = same && { equal: 128 * 40, of: 128 * 40 };
    expect(state().tasks.whole).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: alone });
    expect(scriptedSums(state().results.whole)).toBe(scripted);
  });

  it.each([
    ['curves=sequential;lanes(8)', null],
    ['curves=sequential;kahan', 'some'],
    ['curves=kahan;exact', 'all'],
  ])('know which sums of a growth curve JavaScript adds up: %s', async (link, scripted) => {
    const { settle, state } = page(`view=growth&gmax=4&trials=8&${link}`);
    await settle();
    expect(scriptedSums(state().results.growth)).toBe(scripted);
  });

  it('keep the last good result beside a problem', async () => {
    const { settle, actions, state } = page();
    await settle();
    const good = state().results.sweep;
    actions.set('inFeatures', 512);
    await settle();
    expect(state().tasks.sweep).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('not at 512 → 768') as string } });
    expect(state().results.sweep).toBe(good);
    actions.setAll({ schedule: 'thresholds', orders: '1:0..3,b' });
    await settle();
    expect(state().tasks.sweep).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('Product 4 is missing') as string, position: 8 } });
    actions.set('schedule', 'pattern');
    await settle();
    expect(state().tasks.sweep).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: null });
    expect(state().results.sweep?.rows[0]?.provenance).toBe('modelled');
  });

  it('hold a new result back until it is done, or shows it growing after a while', async () => {
    const { settle, actions, state, deferred } = page('view=growth&gmax=10');
    await settle();
    const first = state().results.growth;
    expect(first?.points).toHaveLength(11);
    actions.set('seed', 1);
    await settle(true);
    expect(state().tasks.growth.state).toBe('running');
    expect(state().results.growth).toBe(first);
    while (deferred.length > 0) deferred.shift()!();
    expect(state().results.growth?.points).toHaveLength(11);
    expect(state().results.growth).not.toBe(first);
  });

  it('cancel what is out of sight, and start it again when it is looked at', async () => {
    const { settle, actions, state, asked } = page('view=growth&gmax=10');
    await settle(true);
    expect(state().tasks.growth.state).toBe('running');
    actions.set('view', 'sweep');
    await settle(true);
    expect(state().tasks.growth.state).toBe('idle');
    expect(asked.some(({ type }) => type === 'cancel')).toBe(true);
    actions.set('view', 'growth');
    await settle();
    expect(state().tasks.growth.state).toBe('done');
    const before = asked.length;
    actions.set('view', 'sweep');
    await settle();
    actions.set('view', 'growth');
    await settle();
    expect(asked.slice(before).filter((request) => request.type === 'run' && request.job.kind === 'growth')).toEqual([]);
  });

  it('fetch the numbers of the selected cell, and put a whole batch together', async () => {
    const { settle, actions, state } = page('view=whole&from=thresholds&orders=1:sequential;2:reverse&k=20&n=5&batch=9&data=normal&cell=7,3');
    await settle();
    const { whole, cell } = state().results;
    expect(whole).toMatchObject({ rowsDone: 9 });
    expect(whole?.together).toHaveLength(45);
    expect(cell?.numbers).toMatchObject({ row: 7, column: 3 });
    let sum = 0;
    const { x, weight, bias } = cell!.numbers;
    for (let k = 0; k < 20; k++) sum = Math.fround(sum + Math.fround(x[k]! * weight[k]!));
    expect(whole?.alone[7 * 5 + 3]).toBe(Math.fround(sum + bias!));
    actions.select(null);
    await settle();
    expect(state().fitted.cell).toBeNull();
  });

  it('say what is missing: a recording nobody has, a library not recorded at this size', async () => {
    const { settle, state, loads } = page('rec=no-such&library=pytorch-1.13-openblas');
    await settle();
    expect(state().tasks.sweep).toEqual({ state: 'failed', problem: { message: 'none' } });
    expect(state().tasks.thread).toMatchObject({ state: 'failed', problem: { message: 'This library was recorded at 768 → 768 only.' } });
    expect(loads).toHaveBeenCalledTimes(1);
  });

  it('run on the reader’s own recording once it is there', async () => {
    const { settle, actions, state } = page('rec=no-mine');
    await settle();
    actions.addRecording('no-mine', galleryRecording('pytorch-2.13-mkl-4x8'));
    actions.useRecording('no-mine');
    await settle();
    expect(state().settings).toMatchObject({ inFeatures: 4, outFeatures: 8, batches: [1, 2, 4, 8, 16], seed: 72 });
    expect(state().results.sweep?.rows.map(({ provenance }) => provenance)).toEqual(Array(5).fill('recorded'));
  });

  it('load what was missing once the reader brings it, and forget it once the reader takes it away', async () => {
    const { settle, state, loads, happened } = page('rec=no-mine');
    await settle();
    expect(state().tasks.sweep).toEqual({ state: 'failed', problem: { message: 'none' } });
    loads.mockImplementation(() => Promise.resolve(ok(galleryRecording('pytorch-2.13-mkl-768x768'))));
    happened('no-mine');
    await settle();
    expect(state().missing.size).toBe(0);
    expect(state().tasks.sweep).toMatchObject({ state: 'done' });
    loads.mockImplementation(() => Promise.resolve(fail({ message: 'gone' })));
    happened('no-mine');
    await settle();
    expect(state().recordings.has('no-mine')).toBe(false);
    expect(state().tasks.sweep).toEqual({ state: 'failed', problem: { message: 'gone' } });
  });

  it('compute anew when another recording comes under the same name', async () => {
    const { settle, actions, runs } = page('rec=no-mine');
    await settle();
    actions.addRecording('no-mine', galleryRecording('pytorch-2.13-mkl-4x8'));
    actions.useRecording('no-mine');
    await settle();
    const before = runs().length;
    actions.addRecording('no-mine', galleryRecording('mkl-2020.4-4x8'));
    await settle();
    expect(runs().slice(before)).toEqual(['sweep']);
  });

  it('show nothing stale beside their successors once they are stopped', () => {
    const store = createAppStore(readPageLink('view=growth').settings);
    const clocks: (() => void)[] = [];
    const listeners: Listener<'growth'>[] = [];
    const client = { run: (...[, , , listener]: unknown[]) => void listeners.push(listener as Listener<'growth'>), cancel: () => undefined };
    const later = (callback: () => void) => {
      clocks.push(callback);
      return () => void clocks.splice(clocks.indexOf(callback), 1);
    };
    const stop = startEffects(store, { client, later, loadRecording: () => Promise.resolve(fail({ message: 'none' })), followRecordings: () => () => undefined }, ['growth']);
    clocks.shift()!();
    listeners[0]!.partial({ K: 1, trials: 8, condition: 1, errors: [] });
    expect(clocks).toHaveLength(2);
    stop();
    expect(clocks).toHaveLength(1);
    clocks.shift()!();
    expect(store.getState().results.growth).toBeNull();
  });

  it('ask for nothing more once they are stopped', async () => {
    const { settle, actions, runs, stop } = page();
    await settle();
    const before = runs().length;
    stop();
    actions.set('seed', 5);
    await settle();
    expect(runs()).toHaveLength(before);
  });
});
