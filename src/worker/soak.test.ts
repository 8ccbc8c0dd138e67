import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { GrowthSpec } from '../experiments/growth';
import type { LayerSpec } from '../experiments/layer-spec';
import { newExperimentContext } from '../experiments/experiment-context';
import { runToEnd } from '../experiments/step';
import { batchSweep } from '../experiments/batch-sweep';
import { wasmEngine } from '../linear/wasm-engine';
import { mix32 } from '../orders/hash';
import type { WorkerLike } from './client';
import { ExperimentClient } from './client';
import { makeLoop } from './make-loop';
import type { Request, Response } from './protocol';
import { WorkerPool } from './worker-pool';

/** A worker's loop in this process; its messages are copies, as between threads. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private readonly loop = makeLoop((response, transfer) => this.say(structuredClone(response, { transfer: [...transfer] })), { pickEngine: () => Promise.resolve({ engine: wasmEngine('exact'), why: null }) });

  postMessage(request: Request): void {
    this.loop.receive(structuredClone(request));
  }

  terminate(): void {
    this.onmessage = null;
  }

  private say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function bytesHeld(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { arrayBuffers, external, heapUsed } = process.memoryUsage();
  return Math.max(arrayBuffers, external) + heapUsed;
}

it('a thousand requests, most of them called off, leave nothing behind and the right bits', async () => {
  const pool = new WorkerPool(() => new NearWorker(), 3);
  const client = new ExperimentClient(() => pool);
  const schedule = { kind: 'pattern', name: 'pytorch-2.13' } as const;
  const layer = (seed: number): LayerSpec => ({ inFeatures: 96, outFeatures: 96, rows: 8, bias: true, source: { kind: 'normal', seed }, format: 'float32' });
  const growth = (seed: number): GrowthSpec => ({ source: { kind: 'normal' }, methods: [{ id: 'one', method: { kind: 'family', family: { name: 'pairwise', base: 1 }, fused: false, bias: 'none' } }], maxExponent: 9, pointsPerOctave: 1, trials: 16, seed });
  const heard = { partials: 0, done: 0, failed: [] as string[] };
  const ask = (at: number): void => {
    const listener = { partial: () => void heard.partials++, done: () => void heard.done++, failed: (message: string) => void heard.failed.push(message) };
    const seed = at % 40;
    if (at % 3 === 0) client.run('sweep', 'sweep', { layer: layer(seed), schedule, batches: [1, 2, 4, 128], row: at % 8 }, listener);
    else if (at % 3 === 1) client.run('whole', 'whole', { layer: layer(seed), schedule, batch: 8, repeatedRow: null }, listener);
    else client.run('growth', 'growth', growth(at), listener);
  };
  const turn = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  let early = 0;
  for (let at = 0; at < 1000; at++) {
    ask(at);
    const luck = mix32(at) >>> 0;
    if (luck % 7 === 0) client.cancel(['sweep', 'whole', 'growth'][luck % 3]!);
    if (luck % 5 === 0) await turn(luck % 4);
    if (at === 200) early = await bytesHeld();
  }
  const sweep: Float32Array[] = [];
  const spec = { layer: layer(3), schedule, batches: [1, 4], row: 0 };
  await new Promise<void>((resolve, reject) => {
    client.run('sweep', 'sweep', spec, { partial: (piece) => void (piece.kind === 'row' && sweep.push(piece.row.values as Float32Array)), done: () => resolve(), failed: reject });
  });
  const wanted = runToEnd(batchSweep(spec, newExperimentContext())).values.flatMap((piece) => (piece.kind === 'row' ? [piece.row.values] : []));
  expect(sweep).toEqual(wanted);
  client.cancel('whole');
  client.cancel('growth');
  await turn(50);
  const quiet = heard.partials;
  await turn(100);
  expect(heard.partials).toBe(quiet);
  expect(heard.failed).toEqual([]);
  expect(heard.done).toBeGreaterThan(10);
  // Caches fill up to their bounds; after the first fifth nothing should grow much.
  expect((await bytesHeld()) - early).toBeLessThan(40 * 2 ** 20);
  client.dispose();
}, 120_000);
