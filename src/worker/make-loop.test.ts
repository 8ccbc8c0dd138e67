import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SweepSpec } from '../experiments/batch-sweep';
import { parseOrder } from '../orders/parse-order';
import { makeLoop } from './make-loop';
import { readRecording } from '../experiments/read-recording';
import type { EngineChoice, Request, Response } from './protocol';

/** A loop, and how often it asked for the script with adders, which first fails as often as is said. */
function setUp(failures = 0) {
  let asked = 0;
  let heard: Response[] = [];
  let ended: (() => void) | null = null;
  const loop = makeLoop(
    (response) => {
      heard.push(response);
      if (response.type === 'done' || response.type === 'failed') ended?.();
    },
    {
      adders: async () => {
        if (asked++ < failures) throw new TypeError('Failed to fetch dynamically imported module: http://localhost/assets/groups.js');
        return import('../linear/groups');
      },
      loaders: { recording: async () => readRecording },
    },
  );
  /** What is heard of a request, but for its progress. */
  const answers = async (request: Request): Promise<Response[]> => {
    heard = [];
    await new Promise<void>((resolve) => {
      ended = resolve;
      loop.receive(request);
    });
    return heard.filter(({ type }) => type !== 'progress');
  };
  return { answers, asked: () => asked };
}

function sweep(id: number, text: string, engine: EngineChoice): Request {
  const order = parseOrder(text, { adder: 'h100' });
  if (!order.ok) throw new Error(order.error.message);
  const layer: SweepSpec['layer'] = { inFeatures: 32, outFeatures: 40, rows: 1, bias: false, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'bfloat16' };
  return { type: 'run', id, engine, job: { kind: 'sweep', spec: { layer, schedule: { kind: 'thresholds', entries: [{ from: 1, method: { kind: 'notation', order: order.value } }] }, batches: [1], row: 0 } } };
}

describe('a request with groups', () => {
  it('waits for the adders, which nothing else asks for, and has the same bits on both engines', async () => {
    const { answers, asked } = setUp();
    expect((await answers(sweep(1, '0..31', 'fastest'))).at(-1)).toMatchObject({ type: 'done', ran: { engine: 'wasm', why: null } });
    expect(asked()).toBe(0);
    const byWasm = await answers(sweep(2, '{0..31}*16', 'fastest'));
    const byFround = await answers(sweep(2, '{0..31}*16', 'fround'));
    expect(asked()).toBe(1);
    expect([byWasm.at(-1), byFround.at(-1)]).toMatchObject([{ type: 'done', ran: { engine: 'wasm', why: null } }, { type: 'done', ran: { engine: 'fround', why: null } }]);
    expect(byWasm.slice(0, -1)).toEqual(byFround.slice(0, -1));
    expect(byWasm.length).toBeGreaterThan(1);
  });

  it('says so where they do not come, and asks for them again the next time', async () => {
    const { answers, asked } = setUp(2);
    // The first request comes before the engine, and has asked for the adders while it waited.
    const missing = { type: 'failed', message: 'A part of this page could not be loaded. Are you still online?', missingCode: true };
    expect(await answers(sweep(1, '{0..31}*16', 'fastest'))).toEqual([{ ...missing, id: 1 }]);
    expect((await answers(sweep(2, '0..31', 'fastest'))).at(-1)).toMatchObject({ type: 'done' });
    expect(await answers(sweep(3, '{0..31}*16', 'fround'))).toEqual([{ ...missing, id: 3 }]);
    expect(asked()).toBe(2);
    expect((await answers(sweep(4, '{0..31}*16', 'fround'))).at(-1)).toMatchObject({ type: 'done', ran: { engine: 'fround' } });
  });

  it('may be a file whose kernels name adders; other files are read without any', async () => {
    const { answers, asked } = setUp(1);
    const file = (url: string) => new Blob([readFileSync(new URL(url, import.meta.url))]);
    const replayed = (responses: readonly Response[]) => responses.map((one) => (one.type === 'partial' && 'call' in one.value ? one.value.call : one.type));
    expect((await answers({ type: 'read', id: 1, file: file('../../public/recordings/mkl-2020.4-4x8.json') })).at(-1)).toMatchObject({ type: 'done', ran: { engine: 'wasm' } });
    expect(asked()).toBe(0);
    const simulated = file('../recordings/fixtures/h100-bfloat16.json');
    expect(await answers({ type: 'read', id: 2, file: simulated })).toEqual([{ type: 'failed', id: 2, message: 'A part of this page could not be loaded. Are you still online?', missingCode: true }]);
    expect(replayed(await answers({ type: 'read', id: 3, file: simulated }))).toMatchObject([
      { batch: 1, digestIsEqual: true, equal: 12, total: 12 },
      { batch: 2, digestIsEqual: true, equal: 24, total: 24 },
      { batch: 6, digestIsEqual: true, equal: 72, total: 72 },
      'partial',
      'done',
    ]);
  });

  it('fails so for good in a worker that has none', async () => {
    const heard = await new Promise<Response>((resolve) => makeLoop(resolve).receive(sweep(1, '{0..31}*16', 'fastest')));
    expect(heard).toMatchObject({ type: 'failed', missingCode: true });
  });
});
