import { describe, expect, it } from 'vitest';
import { FakeWorker } from '../testing/fake-worker';
import type { LayerSpec } from '../experiments/layer-spec';
import { newExperimentContext } from '../experiments/experiment-context';
import type { Listener } from './client';
import { ExperimentClient } from './client';
import { ExperimentLoop } from './experiment-loop';
import type { Ran, Request } from './protocol';
import { ExperimentTable } from './experiment-table';
import { MORE } from './more-experiments';

const TABLE = new ExperimentTable(MORE);

function setUp() {
  const workers: FakeWorker[] = [];
  const client = new ExperimentClient(() => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  });
  return { workers, client };
}

function listener() {
  const heard: string[] = [];
  const all: Listener<'cell'> = {
    partial: ({ column }) => heard.push(`partial ${column}`),
    progress: (done, total) => heard.push(`${done}/${total}`),
    done: () => heard.push('done'),
    failed: (message) => heard.push(message),
  };
  return { heard, all };
}

const layer: LayerSpec = { inFeatures: 4, outFeatures: 8, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' };
const ran: Ran = { engine: 'fround', why: null, milliseconds: 1 };
const spec = { layer, row: 0, column: 3 };
const numbers = { row: 0, column: 3, x: new Float32Array(4), weight: new Float32Array(4), bias: 0 };

describe('the worker’s client', () => {
  it('starts the worker with the first request and passes on what it says', () => {
    const { client, workers } = setUp();
    expect(workers).toHaveLength(0);
    const { heard, all } = listener();
    client.run('cell', 'cell', spec, all);
    expect(workers[0]?.requests).toEqual([{ type: 'run', id: 1, job: { kind: 'cell', spec }, engine: 'fastest' }]);
    workers[0]?.say({ type: 'progress', id: 1, done: 1, total: 2 });
    workers[0]?.say({ type: 'partial', id: 1, value: numbers });
    workers[0]?.say({ type: 'done', id: 1, ran });
    workers[0]?.say({ type: 'partial', id: 1, value: numbers });
    expect(heard).toEqual(['1/2', 'partial 3', 'done']);
  });

  it('cancels the older request of a channel and hears it no more; other channels go on', () => {
    const { client, workers } = setUp();
    const [first, second, other] = [listener(), listener(), listener()];
    client.run('cell', 'cell', spec, first.all);
    client.run('threadCell', 'cell', spec, other.all);
    client.run('cell', 'cell', { ...spec, column: 4 }, second.all);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests.map(({ type, id }) => `${type} ${id}`)).toEqual(['run 1', 'run 2', 'cancel 1', 'run 3']);
    for (const id of [1, 2, 3]) workers[0]?.say({ type: 'partial', id, value: numbers });
    expect([first.heard, other.heard, second.heard]).toEqual([[], ['partial 3'], ['partial 3']]);
  });

  it('says so in a sentence when the worker dies, and starts another with the next request', () => {
    const { client, workers } = setUp();
    const [first, second] = [listener(), listener()];
    client.run('cell', 'cell', spec, first.all);
    workers[0]?.die('out of memory');
    expect(first.heard).toEqual(['The calculation stopped unexpectedly (out of memory). Change a setting to start afresh.']);
    expect(workers[0]?.terminated).toBe(true);
    client.run('cell', 'cell', spec, second.all);
    expect(workers).toHaveLength(2);
    workers[0]?.die('late');
    workers[1]?.say({ type: 'done', id: 2, ran });
    expect(second.heard).toEqual(['done']);
  });

  it('gives up a worker whose code did not come, once its other requests are through, and starts another', () => {
    const { client, workers } = setUp();
    const [first, other, again] = [listener(), listener(), listener()];
    client.run('cell', 'cell', spec, first.all);
    client.run('threadCell', 'cell', spec, other.all);
    workers[0]?.say({ type: 'failed', id: 1, message: 'A part could not be loaded.', missingCode: true });
    expect(workers[0]?.terminated).toBe(false);
    workers[0]?.say({ type: 'done', id: 2, ran });
    expect([first.heard, other.heard]).toEqual([['A part could not be loaded.'], ['done']]);
    expect(workers[0]?.terminated).toBe(true);
    client.run('cell', 'cell', spec, again.all);
    workers[1]?.say({ type: 'failed', id: 3, message: 'No such order.' });
    client.run('cell', 'cell', spec, again.all);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('fails the request when no worker can be made', () => {
    const client = new ExperimentClient(() => {
      throw new Error('workers are forbidden here');
    });
    const { heard, all } = listener();
    client.run('cell', 'cell', spec, all);
    expect(heard).toEqual(['The calculation could not be started: workers are forbidden here.']);
  });

  it('is silent after it was disposed of', () => {
    const { client, workers } = setUp();
    const { heard, all } = listener();
    client.run('cell', 'cell', spec, all);
    client.dispose();
    workers[0]?.say({ type: 'done', id: 1, ran });
    expect(heard).toEqual([]);
    expect(workers[0]?.terminated).toBe(true);
  });
});

/** The worker's own loop at the other end of a pair of ports, as in experiment.worker.ts, messages cloned. */
class LoopWorker extends FakeWorker {
  readonly deferred: (() => void)[] = [];
  private readonly loop = new ExperimentLoop({
    prepare: (job) => ({ kind: job.kind, code: null, start: () => ({ experiment: TABLE.start(job, newExperimentContext()), engine: 'fround', why: null }) }),
    post: (response, transfer) => this.say(structuredClone(response, { transfer: [...transfer] })),
    defer: (callback) => this.deferred.push(callback),
    now: () => 0,
  });

  override postMessage(request: Request): void {
    this.loop.receive(structuredClone(request));
  }
}

describe('client and loop together', () => {
  it('compute, clone and transfer an experiment from end to end', () => {
    const worker = new LoopWorker();
    const client = new ExperimentClient(() => worker);
    const { heard, all } = listener();
    let x: Float32Array | null = null;
    client.run('cell', 'cell', spec, { ...all, partial: (value) => (x = value.x) });
    while (worker.deferred.length > 0) worker.deferred.shift()!();
    expect(heard).toEqual(['done']);
    expect(x![0]).toBe(0.6864939332008362);
  });
});
