import { describe, expect, it } from 'vitest';
import { FakeWorker } from '../testing/fake-worker';
import type { Job, Request } from './protocol';
import { WorkerWithMore } from './worker-with-more';

const run = (id: number, kind: Job['kind']): Request => ({ type: 'run', id, engine: 'fastest', job: { kind, spec: {} } as Job });

function setUp() {
  const made: [name: string, worker: FakeWorker][] = [];
  const make = (name: string) => () => {
    const worker = new FakeWorker();
    made.push([name, worker]);
    return worker;
  };
  const heard: unknown[] = [];
  const worker = new WorkerWithMore(make('first'), make('more'), ({ kind }) => kind === 'depth');
  worker.onmessage = ({ data }) => heard.push(data);
  worker.onerror = ({ message }) => heard.push(message);
  const asked = (): [string, number[]][] => made.map(([name, { requests }]) => [name, requests.map(({ id }) => id)]);
  return { worker, made, heard, asked };
}

describe('a worker with another that has more code', () => {
  it('starts neither before it is asked, and has all done by the second from when that is needed', () => {
    const { worker, heard, made, asked } = setUp();
    expect(made).toEqual([]);
    worker.postMessage(run(1, 'sweep'));
    expect(asked()).toEqual([['first', [1]]]);
    worker.postMessage(run(2, 'depth'));
    worker.postMessage(run(3, 'sweep'));
    worker.postMessage({ type: 'cancel', id: 1 });
    expect(asked()).toEqual([['first', [1, 1]], ['more', [2, 3, 1]]]);
    made[0]![1].say({ type: 'progress', id: 1, done: 1, total: 2 });
    made[1]![1].die('out of memory');
    expect(heard).toEqual([{ type: 'progress', id: 1, done: 1, total: 2 }, 'out of memory']);
    worker.terminate();
    expect(made.map(([, { terminated }]) => terminated)).toEqual([true, true]);
  });

  it('is the second alone where that is needed first', () => {
    const { worker, asked } = setUp();
    worker.postMessage(run(1, 'depth'));
    worker.postMessage(run(2, 'sweep'));
    expect(asked()).toEqual([['more', [1, 2]]]);
  });
});
