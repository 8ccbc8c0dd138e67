import { describe, expect, it } from 'vitest';
import { engineSentence } from './engine-sentence';

describe('what is said of an engine', () => {
  it.each([
    [{ engine: 'wasm', why: null, milliseconds: 3.14 }, null, 'In 3.1 ms. Math.fround gives the same bits.'],
    [{ engine: 'fround', why: null, milliseconds: 1234.5 }, { equal: 4608, of: 4608 }, 'In 1,235 ms. Both engines give the same bits: 4,608 of 4,608 outputs.'],
    [{ engine: 'fround', why: null, milliseconds: 0.2 }, null, 'In less than 1 ms.'],
    [{ engine: 'wasm', why: null, milliseconds: 20 }, { equal: 7, of: 8 }, 'In 20 ms. Only 7 of 8 outputs have the same bits by both engines: please report this.'],
    [{ engine: 'fround', why: 'WebAssembly SIMD can’t be had here: no.', milliseconds: 20 }, null, 'In 20 ms. WebAssembly SIMD can’t be had here: no.'],
  ] as const)('%o, %o', (ran, same, sentence) => {
    expect(engineSentence(ran, same)).toBe(sentence);
  });
});
