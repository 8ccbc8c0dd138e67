import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { galleryRecording } from '../experiments/gallery-recording.fixture';
import { newExperimentContext } from '../experiments/experiment-context';
import { FROUND } from '../linear/fround-engine';
import { wasmEngine } from '../linear/wasm-engine';
import { ok } from '../lib/result';
import type { PartValues } from '../share/part-values';
import { readPageLink } from '../share/page-link';
import { fakeClock } from '../testing/fake-clock';
import type { Listener, WorkerLike } from '../worker/client';
import { notation } from '../testing/chosen-schedule';
import { ExperimentClient } from '../worker/client';
import { ExperimentLoop } from '../worker/experiment-loop';
import type { Request, Response } from '../worker/protocol';
import { ExperimentTable } from '../worker/experiment-table';
import { MORE } from '../worker/more-experiments';
import { baselineValues } from './baseline-values';
import { effectsOf } from './effects';
import { scriptedSums } from './equal-bits';
import type { ExperimentId } from './experiment';
import { PageHost } from './page-host';
import { loaderOf } from './recording-loader';
import { settingsOfRecording } from './recording-settings';
import type { Channel, Results } from './results';
import type { Task } from './store';
import { taskOf } from './store';

const WASM = wasmEngine('exact');

const TABLE = new ExperimentTable(MORE);
// Loads the other lazy code in advance, so that turns can be counted.
await import('./read-gallery-file');
await Promise.all((['thread', 'whole', 'growth', 'depth', 'flips', 'remedies'] as const).map((kind) => TABLE.load(kind)));

/** A page without a browser: `settle` runs the worker's loop and the timers. */
function page(link = '', watched: readonly ExperimentId[] = ['thread', 'lab']) {
  const deferred: (() => void)[] = [];
  const { later, pass, waiting } = fakeClock();
  const asked: Request[] = [];
  const worker: WorkerLike = { onmessage: null, onmessageerror: null, onerror: null, terminate: () => undefined, postMessage: (request) => void (asked.push(request), loop.receive(structuredClone(request))) };
  const loop = new ExperimentLoop({
    prepare: (job) => ({
      kind: job.kind,
      code: null,
      start: (choice) => {
        const engine = choice === 'fround' ? FROUND : WASM;
        return { experiment: TABLE.start(job, newExperimentContext(engine)), engine: engine.name, why: null };
      },
    }),
    post: (response, transfer) => worker.onmessage?.({ data: structuredClone(response, { transfer: [...transfer] }) } as MessageEvent<Response>),
    defer: (callback) => deferred.push(callback),
    now: () => 0,
  });
  const client = new ExperimentClient(() => worker);
  const run = vi.spyOn(client, 'run');
  /** Files of the gallery; names that start with `no` do not exist. */
  const files = vi.fn(async (name: string) => (name.startsWith('no') ? null : readFileSync(`public/recordings/${name}`, 'utf8')));
  const host = new PageHost({
    client,
    newReader: null,
    galleryFile: files,
    carriedFile: null,
    later,
  });
  const { actions, getState, subscribe } = host.store;
  actions.open(readPageLink(link));
  const effects = host.get(effectsOf)!;
  const watch: (typeof effects)['watch'] = (what) => effects.watch(what);
  const stops = watched.map(watch);
  const stop = (): void => stops.forEach((each) => each());
  /** Runs the timers that are due at once (or all), and the worker unless it is held back. */
  const settle = async (heldBack = false, due = 0): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) {
      await new Promise(setImmediate);
      pass(due);
      if (!heldBack) while (deferred.length > 0) deferred.shift()!();
    }
  };
  const runs = (): string[] => asked.flatMap((request) => (request.type === 'run' ? [request.job.kind] : []));
  const set = (some: Partial<PartValues['lab']>): void => actions.setPart('lab', some);
  const results = (): Partial<Results> => getState().results.lab ?? {};
  const task = (channel: Channel): Task => taskOf(getState(), 'lab', channel);
  return { host, watch, actions, set, settle, runs, run, asked, files, stop, state: getState, results, task, deferred, waiting, subscribe };
}

describe('effects', () => {
  it('load what the first settings need and compute what they show', async () => {
    const { settle, runs, files, state, results, task } = page();
    await settle();
    expect(files.mock.calls.flat()).toEqual(['mkl-2020.4-4x8.json', 'pytorch-2.13-mkl-768x768.json']);
    expect(runs().sort()).toEqual(['cell', 'sweep', 'thread']);
    const { thread, threadCell } = state().results.thread!;
    const { sweep } = results();
    expect(thread?.rows.map(({ meanText }) => meanText)).toEqual(thread?.rows.map(({ printed }) => printed.mean));
    expect(threadCell?.numbers.x[0]).toBe(0.6864939332008362);
    expect(sweep?.rows.map(({ batch }) => batch)).toEqual([1, 2, 4, 8, 16, 128]);
    expect(state().tasks).toMatchObject({ thread: { thread: { state: 'done' }, threadCell: { state: 'done' } }, lab: { sweep: { state: 'done' } } });
    expect(['whole', 'growth', 'cell'].map((channel) => task(channel as Channel).state)).toEqual(['idle', 'idle', 'idle']);
  });

  it('compute nothing for another baseline, unit or theme', async () => {
    const { set, settle, runs, results } = page();
    await settle();
    const before = runs().length;
    for (const baseline of ['exact', 'float64', 4] as const) set({ baseline, unit: 'ulp' });
    await settle();
    expect(runs()).toHaveLength(before);
    expect(baselineValues(results().sweep!, 4, 1)).toBe(results().sweep?.rows[2]?.values);
    expect(baselineValues(results().sweep!, 'exact', 1)).toBeInstanceOf(Float64Array);
    expect(baselineValues(results().sweep!, 64, 1)).toBeNull();
  });

  it('compute once for settings that change together, and only what depends on them', async () => {
    const { actions, set, settle, runs } = page();
    await settle();
    const before = runs().length;
    set({ seed: 1 });
    set({ seed: 2 });
    set({ batches: [1, 4] });
    await settle();
    expect(runs().slice(before)).toEqual(['sweep']);
    actions.setPart('thread', { threadSeed: 3 });
    await settle();
    expect(runs().slice(before + 1).sort()).toEqual(['cell', 'thread']);
  });

  it('compute nothing twice: settings that were there before show their result at once', async () => {
    const { set, settle, runs, results, task } = page('from=pattern&k=64&n=64');
    await settle();
    const first = results().sweep;
    set({ seed: 5 });
    await settle();
    expect(results().sweep).not.toBe(first);
    const before = runs().length;
    set({ seed: 6 });
    await settle(true);
    expect(task('sweep').state).toBe('running');
    set({ seed: 72 });
    await settle(true);
    expect(task('sweep').state).toBe('done');
    expect(results().sweep).toBe(first);
    await settle();
    expect(results().sweep).toBe(first);
    expect(runs().slice(before)).toEqual(['sweep']);
  });

  it('let a running request finish while there is a newer one, and only the newest of these follows', async () => {
    const { set, settle, runs, task, subscribe } = page('from=pattern&k=64&n=64');
    await settle();
    set({ seed: 1 });
    await settle(true);
    for (const seed of [2, 3, 4]) {
      set({ seed: seed });
      await settle(true);
    }
    const shown: number[] = [];
    const unsubscribe = subscribe(({ results }) => {
      const source = results.lab?.sweep?.spec.layer.source;
      if (source?.kind === 'torch' && shown.at(-1) !== source.seed) shown.push(source.seed);
    });
    await settle();
    unsubscribe();
    expect(shown).toEqual([1, 4]);
    expect(runs().filter((kind) => kind === 'sweep')).toHaveLength(3);
    expect(task('sweep').state).toBe('done');
  });

  it('drop a request that has had its time for the newest one, and what is waited for can change back', async () => {
    const { set, settle, asked, results } = page('view=growth&gmax=10');
    await settle(true);
    const before = asked.length;
    set({ seed: 1 });
    await settle(true);
    set({ seed: 2 });
    await settle(true);
    expect(asked).toHaveLength(before);
    // The running request is wanted again.
    set({ seed: 72 });
    await settle(true);
    await settle(true, 60);
    expect(asked).toHaveLength(before);
    set({ seed: 3 });
    await settle(true);
    expect(asked.slice(before).map(({ type }) => type)).toEqual(['cancel', 'run']);
    set({ seed: 4 });
    await settle(true);
    // Sixty milliseconds later.
    await settle(true, 60);
    expect(asked.slice(before).map(({ type }) => type)).toEqual(['cancel', 'run', 'cancel', 'run']);
    await settle();
    expect(asked).toHaveLength(before + 4);
    expect(results().growth?.spec.seed).toBe(4);
  });

  it('compute the same bits on the other engine, and say so', async () => {
    for (const view of ['sweep', 'whole'] as const) {
      const { set, settle, runs, task } = page(`from=pattern&k=64&n=40&batch=9&view=${view}`);
      await settle();
      expect(task(view)).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: null });
      set({ engine: 'fround' });
      await settle();
      const of = view === 'sweep' ? 6 * 40 : 2 * 9 * 40;
      expect(task(view)).toMatchObject({ state: 'done', ran: { engine: 'fround' }, same: { equal: of, of } });
      const before = runs().length;
      set({ engine: 'fastest' });
      await settle();
      expect(task(view)).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: { equal: of, of } });
      expect(runs()).toHaveLength(before);
    }
  });

  it.each([
    ['float64', 'from=pattern&format=float64', 'float64', null],
    ['sums that are not trees', 'from=thresholds&orders=1:kahan', 'all', null],
    ['a tree for batch 1, 2 and 4, another sum from 8 on', 'from=thresholds&orders=1:lanes(4);8:exact', 'some', { equal: 3 * 40, of: 3 * 40 }],
  ] as const)('compare no code with itself: %s', async (_, link, scripted, same) => {
    const { set, settle, results, task } = page(`${link}&k=64&n=40&batches=1,2,4,8`, ['lab']);
    await settle();
    set({ engine: 'fround' });
    await settle();
    expect(task('sweep')).toMatchObject({ state: 'done', ran: { engine: 'fround' }, same });
    expect(scriptedSums(results().sweep ?? null)).toBe(scripted);
    set({ view: 'whole' });
    await settle();
    set({ engine: 'fastest' });
    await settle();
    // The whole batch of 128 rows uses the second order, its rows alone the first.
    const alone = same && { equal: 128 * 40, of: 128 * 40 };
    expect(task('whole')).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: alone });
    expect(scriptedSums(results().whole ?? null)).toBe(scripted);
  });

  it.each([
    ['curves=sequential;lanes(8)', null],
    ['curves=sequential;kahan', 'some'],
    ['curves=kahan;exact', 'all'],
  ])('know which sums of a growth curve JavaScript adds up: %s', async (link, scripted) => {
    const { settle, results } = page(`view=growth&gmax=4&trials=8&${link}`, ['lab']);
    await settle();
    expect(scriptedSums(results().growth ?? null)).toBe(scripted);
  });

  it('keep the last good result beside a problem', async () => {
    const { set, settle, results, task } = page();
    await settle();
    const good = results().sweep;
    set({ inFeatures: 512 });
    await settle();
    expect(task('sweep')).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('not at 512 → 768') as string } });
    expect(results().sweep).toBe(good);
    set({ schedule: 'thresholds', orders: [{ from: 1, method: notation('0..3,b') }] });
    await settle();
    expect(task('sweep')).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('Product 4 is missing') as string } });
    set({ schedule: 'pattern' });
    await settle();
    expect(task('sweep')).toMatchObject({ state: 'done', ran: { engine: 'wasm' }, same: null });
    expect(results().sweep?.rows[0]?.provenance).toBe('modelled');
  });

  it('hold a new result back until it is done, or shows it growing after a while', async () => {
    const { set, settle, results, task, deferred } = page('view=growth&gmax=10');
    await settle();
    const first = results().growth;
    expect(first?.points).toHaveLength(11);
    set({ seed: 1 });
    await settle(true);
    expect(task('growth').state).toBe('running');
    expect(results().growth).toBe(first);
    while (deferred.length > 0) deferred.shift()!();
    expect(results().growth?.points).toHaveLength(11);
    expect(results().growth).not.toBe(first);
  });

  it('cancel what is out of sight, and start it again when it is looked at', async () => {
    const { set, settle, asked, task } = page('view=growth&gmax=10');
    await settle(true);
    expect(task('growth').state).toBe('running');
    set({ view: 'sweep' });
    await settle(true);
    expect(task('growth').state).toBe('idle');
    expect(asked.some(({ type }) => type === 'cancel')).toBe(true);
    set({ view: 'growth' });
    await settle();
    expect(task('growth').state).toBe('done');
    const before = asked.length;
    set({ view: 'sweep' });
    await settle();
    set({ view: 'growth' });
    await settle();
    expect(asked.slice(before).filter((request) => request.type === 'run' && request.job.kind === 'growth')).toEqual([]);
  });

  it('fetch the numbers of the selected cell, and put a whole batch together', async () => {
    const { set, settle, state, results } = page('view=whole&from=thresholds&orders=1:sequential;2:reverse&k=20&n=5&batch=9&data=normal&cell=7,3');
    await settle();
    const { whole, cell } = results();
    expect(whole).toMatchObject({ rowsDone: 9 });
    expect(whole?.together).toHaveLength(45);
    expect(cell?.numbers).toMatchObject({ row: 7, column: 3 });
    let sum = 0;
    const { x, weight, bias } = cell!.numbers;
    for (let k = 0; k < 20; k++) sum = Math.fround(sum + Math.fround(x[k]! * weight[k]!));
    expect(whole?.baseline[7 * 5 + 3]).toBe(Math.fround(sum + bias!));
    set({ cell: null });
    await settle();
    expect(state().parts.lab.cell).toBeNull();
  });

  it('say what is missing: a recording nobody has, a library not recorded at this size', async () => {
    const { settle, files, state, task } = page('rec=no-such&library=pytorch-1.13-openblas');
    await settle();
    expect(task('sweep')).toEqual({ state: 'failed', problem: { message: 'The gallery has no recording called no-such.' }, again: false });
    expect(taskOf(state(), 'thread', 'thread')).toMatchObject({ state: 'failed', problem: { message: 'This library was recorded at 768 → 768 only.' } });
    expect(files).toHaveBeenCalledTimes(1);
  });

  it('ask again for what failed and may come, and not for what can never be computed', async () => {
    const { host, settle, run, task } = page('from=pattern&k=64&n=64', ['lab']);
    const asked: Listener<'sweep'>[] = [];
    run.mockImplementation((_, __, ___, listener) => void asked.push(listener as unknown as Listener<'sweep'>));
    const sweeps = (): number => run.mock.calls.filter(([, kind]) => kind === 'sweep').length;
    await settle();
    expect(sweeps()).toBe(1);
    asked[0]!.failed('Its code did not come.', true);
    expect(task('sweep')).toMatchObject({ state: 'failed', again: true });
    await settle();
    expect(sweeps()).toBe(1);
    host.get(effectsOf)!.askAgain('lab');
    await settle();
    expect(sweeps()).toBe(2);
    asked.at(-1)!.failed('It has too many products.', false);
    host.get(effectsOf)!.askAgain('lab');
    await settle();
    expect(sweeps()).toBe(2);
  });

  it('ask again for a recording that failed: on demand, and when a part needs it anew', async () => {
    const { host, set, settle, files, task } = page('rec=no-such', ['lab']);
    await settle();
    set({ seed: 5 });
    await settle();
    expect(files).toHaveBeenCalledTimes(1);
    host.get(effectsOf)!.askAgain('lab');
    await settle();
    expect(files).toHaveBeenCalledTimes(2);
    set({ recording: 'pytorch-2.13-mkl-768x768' });
    await settle();
    files.mockImplementation(async () => readFileSync('public/recordings/pytorch-2.13-mkl-4x8.json', 'utf8'));
    set({ recording: 'no-such', inFeatures: 4, outFeatures: 8 });
    await settle();
    expect(files).toHaveBeenCalledTimes(4);
    expect(task('sweep').state).toBe('done');
  });

  it('ask again for the list of the gallery that failed, and for those of it that did', async () => {
    const { host, watch, settle, files, state } = page('', []);
    const index = JSON.parse(readFileSync('public/recordings/index.json', 'utf8')) as { recordings: { file: string }[] };
    files.mockRejectedValue(new Error('offline'));
    const leave = watch('gallery list');
    await settle();
    expect(state().gallery).toEqual({ ok: false, error: { message: 'The list of recordings could not be loaded.' } });
    leave();
    files.mockImplementation(async (name) => (name === 'index.json' ? JSON.stringify({ recordings: index.recordings.slice(0, 2) }) : null));
    watch('gallery list');
    await settle();
    for (const { file } of index.recordings.slice(0, 2)) void host.get(loaderOf)!.load(file.replace('.json', ''));
    await settle();
    expect([...state().recordings.values()].map(({ ok: there }) => there)).toEqual([false, false]);
    files.mockImplementation(async (name) => readFileSync(`public/recordings/${name}`, 'utf8'));
    host.get(loaderOf)!.retryGallery();
    await settle();
    expect([...state().recordings.values()].map(({ ok: there }) => there)).toEqual([true, true]);
  });

  it('run on the reader’s own recording once it is there, and say which file is meant once it is gone', async () => {
    const { actions, set, settle, files, state, results, task } = page('rec=own-my-machine-2', ['lab']);
    await settle();
    const gone = { state: 'failed', problem: { message: '“my-machine” is a file of a reader’s own, which links and reloads don’t keep; drop it here to see it.' }, again: false };
    expect(task('sweep')).toEqual(gone);
    const recording = galleryRecording('pytorch-2.13-mkl-4x8');
    actions.setRecording('own-my-machine-2', ok(recording));
    set(settingsOfRecording('own-my-machine-2', recording));
    await settle();
    expect(state().parts.lab).toMatchObject({ inFeatures: 4, outFeatures: 8, batches: recording.calls.map(({ batch }) => batch), seed: 72 });
    expect(results().sweep?.rows.map(({ provenance }) => provenance)).toEqual(recording.calls.map(() => 'recorded'));
    actions.forgetRecording('own-my-machine-2');
    await settle();
    expect(task('sweep')).toEqual(gone);
    expect(files).not.toHaveBeenCalled();
  });

  it('ask under the part and the channel, on the engine that the part is set to', async () => {
    const { settle, run } = page('from=pattern&k=64&n=64&engine=fround&view=whole&batch=4');
    await settle();
    expect(run.mock.calls.map(([task, , , , engine]) => [task, engine]).sort()).toEqual([
      ['lab/whole', 'fround'],
      ['thread/thread', 'fastest'],
      ['thread/threadCell', 'fastest'],
    ]);
  });

  it('compute what two parts ask for once, and each shows it', async () => {
    const { watch, settle, runs, state, results } = page('heatmap.view=calls', ['heatmap']);
    await settle();
    watch('lab');
    await settle();
    expect(runs()).toEqual(['sweep']);
    expect(results().sweep).toBe(state().results.heatmap?.sweep);
  });

  it('show nothing of a request once nobody looks at its part any more', async () => {
    const { settle, stop, results, task, waiting } = page('view=growth&gmax=10', ['lab']);
    await settle(true);
    expect(task('growth').state).toBe('running');
    const hold = waiting.find(({ milliseconds }) => milliseconds === 80)!;
    stop();
    expect(task('growth')).toEqual({ state: 'idle' });
    hold.callback();
    expect(results().growth ?? null).toBeNull();
  });

  it('ask for nothing more once nobody looks, and go on with what is there when somebody does', async () => {
    const { watch, set, settle, runs, stop, task } = page('from=pattern&k=64&n=64', ['lab']);
    await settle();
    const before = runs().length;
    stop();
    set({ seed: 5 });
    await settle();
    expect(runs()).toHaveLength(before);
    set({ seed: 72 });
    watch('lab');
    await settle();
    expect(runs()).toHaveLength(before);
    expect(task('sweep').state).toBe('done');
  });
});
