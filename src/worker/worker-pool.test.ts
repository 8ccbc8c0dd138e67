import { describe, expect, it } from 'vitest';
import { FakeWorker } from '../testing/fake-worker';
import type { GrowthSpec } from '../experiments/growth';
import type { Job, Response } from './protocol';
import { WorkerPool, workersFor } from './worker-pool';

function pool(size: number) {
  const workers: FakeWorker[] = [];
  const all = new WorkerPool(() => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  }, size);
  const heard: Response[] = [];
  all.onmessage = ({ data }) => heard.push(data);
  const run = (id: number, kind: Job['kind'], spec: unknown = {}): void => all.postMessage({ type: 'run', id, engine: 'fastest', job: { kind, spec } as Job });
  return { all, workers, heard, run };
}

const ran = (milliseconds: number) => ({ engine: 'wasm', why: null, milliseconds }) as const;
const idsOf = (worker: FakeWorker | undefined): string[] => worker?.requests.map(({ type, id }) => `${type} ${id}`) ?? [];

describe('a pool of workers', () => {
  it('has one for what is short and others for what is long, each when it is needed, and leaves a core free', () => {
    expect([1, 2, 3, 4, 8, 64].map(workersFor)).toEqual([1, 2, 2, 3, 4, 4]);
    const { workers, run } = pool(3);
    expect(workers).toHaveLength(0);
    run(1, 'sweep');
    run(2, 'cell');
    expect(workers.map(idsOf)).toEqual([['run 1', 'run 2']]);
    run(3, 'flips');
    run(4, 'depth');
    run(5, 'whole');
    expect(workers.map(idsOf)).toEqual([['run 1', 'run 2', 'run 5'], ['run 3'], ['run 4']]);
  });

  it('shares growth, tells the progress of all together, and ends when all are through', () => {
    const { workers, heard, run } = pool(3);
    const spec = { trials: 8 } as GrowthSpec;
    run(1, 'growth', spec);
    const shares = workers.map(({ requests: [request] }) => request?.type === 'run' && request.job.kind === 'growth' && request.job.spec.share);
    expect(new Set(shares.map((share) => share && share.at))).toEqual(new Set([0, 1, 2]));
    expect(shares.every((share) => share && share.of === 3)).toBe(true);
    workers[0]?.say({ type: 'progress', id: 1, done: 1, total: 10 });
    workers[1]?.say({ type: 'progress', id: 1, done: 5, total: 12 });
    expect(heard.at(-1)).toEqual({ type: 'progress', id: 1, done: 6, total: 22 });
    workers[2]?.say({ type: 'done', id: 1, ran: ran(3) });
    workers[0]?.say({ type: 'done', id: 1, ran: ran(9) });
    expect(heard.filter(({ type }) => type === 'done')).toEqual([]);
    workers[1]?.say({ type: 'done', id: 1, ran: ran(5) });
    expect(heard.at(-1)).toEqual({ type: 'done', id: 1, ran: ran(9) });
  });

  it('calls the others off when one has failed, and all when the request is cancelled', () => {
    const { workers, heard, run, all } = pool(2);
    run(1, 'growth');
    workers[1]?.say({ type: 'failed', id: 1, message: 'too much' });
    workers[0]?.say({ type: 'done', id: 1, ran: ran(1) });
    expect(heard).toEqual([{ type: 'failed', id: 1, message: 'too much' }]);
    expect(workers.map(idsOf).sort()).toEqual([['run 1'], ['run 1', 'cancel 1']].sort());
    run(2, 'growth');
    all.postMessage({ type: 'cancel', id: 2 });
    expect(workers.every((worker) => idsOf(worker).at(-1) === 'cancel 2')).toBe(true);
    workers[0]?.say({ type: 'progress', id: 2, done: 1, total: 2 });
    expect(heard).toHaveLength(1);
  });

  it('dies as one when any of them dies', () => {
    const { workers, run, all } = pool(2);
    const errors: unknown[] = [];
    all.onerror = (event) => errors.push(event);
    run(1, 'sweep');
    run(2, 'flips');
    const event = { message: 'out of memory' } as ErrorEvent;
    workers[1]?.onerror?.(event);
    expect(errors).toEqual([event]);
    all.terminate();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});
