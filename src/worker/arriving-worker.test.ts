import { describe, expect, it, vi } from 'vitest';
import { FakeWorker } from '../testing/fake-worker';
import type { WorkerSource } from './arriving-worker';
import { ArrivingWorker } from './arriving-worker';
import { ExperimentClient } from './client';
import { MainThreadWorker } from './main-thread-worker';
import type { Request } from './protocol';

const cancel = (id: number): Request => ({ type: 'cancel', id });

/** Lets all pending promises settle. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function setUp(...sources: WorkerSource[]) {
  const heard: unknown[] = [];
  const worker = new ArrivingWorker(sources);
  worker.onmessage = ({ data }) => heard.push(data);
  worker.onerror = ({ message }) => heard.push(message);
  return { worker, heard };
}

describe('a worker on its way', () => {
  it('is asked what was asked while it came, in turn, and heard', async () => {
    const real = new FakeWorker();
    const { worker, heard } = setUp(async () => real);
    worker.postMessage(cancel(1));
    worker.postMessage(cancel(2));
    await settled();
    worker.postMessage(cancel(3));
    expect(real.requests).toEqual([cancel(1), cancel(2), cancel(3)]);
    real.say({ type: 'done', id: 3, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    expect(heard).toEqual([{ type: 'done', id: 3, ran: { engine: 'fround', why: null, milliseconds: 1 } }]);
  });

  it.each([
    ['that can’t be made', async () => Promise.reject(new Error('SecurityError'))],
    ['that throws', () => { throw new Error('SecurityError'); }],
  ] satisfies [string, WorkerSource][])('%s is followed by the next', async (_, source) => {
    const second = new FakeWorker();
    const { worker, heard } = setUp(source, async () => second);
    worker.postMessage(cancel(1));
    await settled();
    expect(second.requests).toEqual([cancel(1)]);
    expect(heard).toEqual([]);
  });

  it('that fails before its first answer is followed by the next, which is asked the same', async () => {
    const first = new FakeWorker();
    const second = new FakeWorker();
    const { worker, heard } = setUp(async () => first, async () => second);
    worker.postMessage(cancel(1));
    await settled();
    worker.postMessage(cancel(2));
    first.die('blocked by the policy of the server');
    await settled();
    worker.postMessage(cancel(3));
    expect(first.terminated).toBe(true);
    expect(second.requests).toEqual([cancel(1), cancel(2), cancel(3)]);
    expect(heard).toEqual([]);
  });

  it('that fails later has failed', async () => {
    const real = new FakeWorker();
    const { heard } = setUp(async () => real, async () => Promise.reject(new Error('not to be asked')));
    await settled();
    real.say({ type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } });
    real.die('out of memory');
    await settled();
    expect(heard).toEqual([{ type: 'done', id: 1, ran: { engine: 'fround', why: null, milliseconds: 1 } }, 'out of memory']);
  });

  it('is ended before it has come', async () => {
    const real = new FakeWorker();
    const { worker } = setUp(async () => real);
    worker.terminate();
    await settled();
    expect(real.terminated).toBe(true);
    expect(real.requests).toEqual([]);
  });

  it('says so where there is none at all', async () => {
    vi.stubGlobal('ErrorEvent', class { readonly message: string; constructor(_: string, { message }: { message: string }) { this.message = message; } });
    const { heard } = setUp(async () => Promise.reject(new Error('SecurityError')));
    await settled();
    vi.unstubAllGlobals();
    expect(heard).toEqual(['no worker could be started']);
  });
});

describe('the page’s own thread as a worker', () => {
  it('computes the same bits as the client hears from any worker', async () => {
    const heard = await new Promise<unknown[]>((resolve) => {
      const pieces: unknown[] = [];
      const client = new ExperimentClient(() => new ArrivingWorker([async () => Promise.reject(new Error('SecurityError')), async () => new MainThreadWorker()]));
      const layer = { inFeatures: 4, outFeatures: 8, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' } as const;
      client.run('any', 'cell', { layer, row: 0, column: 0 }, { partial: (piece) => pieces.push(piece), done: () => resolve(pieces), failed: (message) => resolve([message]) });
    });
    expect(heard).toHaveLength(1);
    // Seed 72, 4 → 8: the first weight and the first input that PyTorch draws.
    const { weight, x } = heard[0] as { weight: Float32Array; x: Float32Array };
    expect([weight[0], x[0]]).toEqual([-0.17502069473266602, 0.6864939332008362]);
  });
});
