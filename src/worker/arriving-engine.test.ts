import { describe, expect, it } from 'vitest';
import { FROUND } from '../linear/fround-engine';
import type { PickedEngine } from '../linear/pick-engine';
import { wasmEngine } from '../linear/wasm-engine';
import { ArrivingEngine } from './arriving-engine';

const WASM: PickedEngine = { engine: wasmEngine('exact'), why: null };

describe('an engine on its way', () => {
  it('is there once its script is', async () => {
    const engine = new ArrivingEngine(async () => WASM);
    await engine.ask();
    expect(engine.now()).toBe(WASM);
  });

  it('is asked for again by the calculations after one that did not get it, one at a time', async () => {
    const answers: (() => Promise<PickedEngine>)[] = [];
    let asked = 0;
    const engine = new ArrivingEngine(() => {
      asked++;
      return answers.shift()!();
    });
    answers.push(async () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: http://localhost/assets/pick-engine.js')), async () => WASM);
    await engine.ask();
    expect(asked).toBe(1);
    expect(engine.now()).toEqual({ engine: FROUND, why: 'The script of WebAssembly did not come; it has been asked for again.' });
    engine.now();
    expect(asked).toBe(2);
    await engine.ask();
    expect(engine.now()).toBe(WASM);
    expect(asked).toBe(2);
  });
});
