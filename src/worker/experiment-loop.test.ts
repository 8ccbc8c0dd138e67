import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiments/step';
import { partial, progress } from '../experiments/step';
import type { ParseError } from '../lib/result';
import { ExperimentLoop } from './experiment-loop';
import type { Job, Ran, Response } from './protocol';

/** Experiments that only count; the clock moves when they do. */
function loopOn(script: (job: Job) => Experiment<never>, load: (kind: Job['kind']) => Promise<unknown> | null = () => null) {
  const posted: Response[] = [];
  const deferred: (() => void)[] = [];
  const clock = { now: 0 };
  const loop = new ExperimentLoop({
    prepare: (of) => ({ kind: of.kind, code: load(of.kind), start: () => ({ experiment: script(of), engine: 'fround', why: null }) }),
    post: (response) => posted.push(response),
    defer: (callback) => deferred.push(callback),
    now: () => clock.now,
  });
  const turn = (): void => deferred.shift()?.();
  return { posted, deferred, clock, loop, turn };
}

function job(kind: Job['kind']): Job {
  return { kind, spec: {} } as Job;
}

function* counting(clock: { now: number }, steps: number, cost: number, end: ParseError | null = null): Experiment<never> {
  for (let step = 1; step <= steps; step++) {
    clock.now += cost;
    yield progress(step, steps);
  }
  return end;
}

function* handingOver(array: Float32Array): Experiment<never> {
  yield partial({ array } as never, [array]);
  return null;
}

describe('the worker’s loop', () => {
  it('steps for a slice of time, tells the last progress only, and goes on after listening', () => {
    const world = loopOn(() => counting(world.clock, 10, 3));
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('growth') });
    expect(world.posted).toEqual([]);
    world.turn();
    expect(world.posted).toEqual([{ type: 'progress', id: 1, done: 3, total: 10 }]);
    while (world.deferred.length > 0) world.turn();
    expect(world.posted.at(-1)).toEqual({ type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 30 } });
  });

  it('hands each piece over with its buffers', () => {
    const transfers: (readonly ArrayBuffer[])[] = [];
    const array = new Float32Array(3);
    const loop = new ExperimentLoop({
      prepare: ({ kind }) => ({ kind, code: null, start: () => ({ experiment: handingOver(array), engine: 'fround', why: null }) }),
      post: (_, transfer) => transfers.push(transfer),
      defer: (callback) => callback(),
      now: () => 0,
    });
    loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('cell') });
    expect(transfers).toEqual([[array.buffer], []]);
  });

  it('drops what is cancelled and says nothing more of it', () => {
    const world = loopOn(() => counting(world.clock, 100, 5));
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('growth') });
    world.turn();
    const heard = world.posted.length;
    world.loop.receive({ type: 'cancel', id: 1 });
    while (world.deferred.length > 0) world.turn();
    expect(world.posted).toHaveLength(heard);
  });

  it.each([
    ['UTF-8', Uint8Array.of(0x7b, 0x7d)],
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
    ['UTF-16 with a byte order mark', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
  ])('reads a file of %s', async (_, bytes) => {
    const started: Job[] = [];
    const world = loopOn((which) => {
      started.push(which);
      return counting(world.clock, 0, 0);
    });
    world.loop.receive({ type: 'read', id: 1, file: new Blob([bytes]) });
    await expect.poll(() => started).toEqual([{ kind: 'recording', spec: { text: '{}' } }]);
  });

  it('takes the more urgent kind first, whichever came first', () => {
    const world = loopOn(() => counting(world.clock, 2, 20));
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('growth') });
    world.turn();
    world.loop.receive({ type: 'run', id: 2, engine: 'fastest', job: job('sweep') });
    while (world.deferred.length > 0) world.turn();
    expect(world.posted.filter(({ type }) => type === 'done').map(({ id }) => id)).toEqual([2, 1]);
  });

  it('tells code that does not come from a file that cannot be read', async () => {
    const missing = Promise.reject(new Error('404'));
    missing.catch(() => undefined);
    const world = loopOn(() => counting(world.clock, 1, 1), (kind) => (kind === 'depth' ? missing : null));
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('depth') });
    world.loop.receive({ type: 'read', id: 2, file: { arrayBuffer: () => Promise.reject(new Error('moved')) } as unknown as Blob });
    await new Promise((resolve) => setTimeout(resolve));
    expect(world.posted).toEqual([
      { type: 'failed', id: 1, message: 'A part of this page could not be loaded. Are you still online?', missingCode: true },
      { type: 'failed', id: 2, message: 'The file could not be read.' },
    ]);
  });

  it('fails with the experiment’s own problem', () => {
    const world = loopOn(() => counting(world.clock, 0, 0, { message: 'No such order.' }));
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('sweep') });
    world.turn();
    expect(world.posted).toEqual([{ type: 'failed', id: 1, message: 'No such order.' }]);
  });

  it('survives an experiment that throws, at its start or later, and runs the others', () => {
    const world = loopOn((which) => {
      if (which.kind === 'cell') throw new Error('no memory');
      return which.kind === 'sweep' ? throwing() : counting(world.clock, 1, 1);
    });
    world.loop.receive({ type: 'run', id: 1, engine: 'fastest', job: job('cell') });
    world.loop.receive({ type: 'run', id: 2, engine: 'fastest', job: job('sweep') });
    world.loop.receive({ type: 'run', id: 3, engine: 'fastest', job: job('growth') });
    while (world.deferred.length > 0) world.turn();
    expect(world.posted.filter(({ type }) => type !== 'progress')).toEqual([
      { type: 'failed', id: 1, message: 'This could not be computed: no memory.' },
      { type: 'failed', id: 2, message: 'This could not be computed: array too long.' },
      { type: 'done', id: 3, ran: expect.anything() as Ran },
    ]);
  });
});

function* throwing(): Experiment<never> {
  yield progress(0, 1);
  throw new RangeError('array too long');
}
