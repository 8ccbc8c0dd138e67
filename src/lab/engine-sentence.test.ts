import { describe, expect, it } from 'vitest';
import { engineSentence } from './engine-sentence';

describe('what is said of an engine', () => {
  it.each([
    [{ engine: 'wasm', why: null, milliseconds: 3.14 }, null, null, 'In 3.1 ms.'],
    [{ engine: 'fround', why: null, milliseconds: 1234.5 }, { equal: 4608, of: 4608 }, null, 'In 1,235 ms. Both engines give the same bits: 4,608 of 4,608 outputs.'],
    [{ engine: 'fround', why: null, milliseconds: 0.2 }, null, null, 'In less than 1 ms.'],
    [{ engine: 'wasm', why: null, milliseconds: 20 }, { equal: 7, of: 8 }, null, 'In 20 ms. Only 7 of 8 outputs have the same bits by both engines: please report this.'],
    [{ engine: 'fround', why: 'WebAssembly SIMD can’t be had here: no.', milliseconds: 20 }, null, null, 'In 20 ms. WebAssembly SIMD can’t be had here: no.'],
    [{ engine: 'wasm', why: null, milliseconds: 20 }, null, 'float64', 'In 20 ms. Float64 runs in JavaScript, whichever engine is chosen.'],
    [{ engine: 'fround', why: null, milliseconds: 20 }, null, 'all', 'In 20 ms. These sums are not trees: they run in JavaScript, whichever engine is chosen.'],
    [{ engine: 'wasm', why: null, milliseconds: 20 }, { equal: 8, of: 8 }, 'some', 'In 20 ms. Both engines give the same bits: 8 of 8 outputs. Some of these sums are not trees: they run in JavaScript, whichever engine is chosen.'],
  ] as const)('%o, %o, %o', (ran, same, scripted, sentence) => {
    expect(engineSentence(ran, same, scripted)).toBe(sentence);
  });
});
