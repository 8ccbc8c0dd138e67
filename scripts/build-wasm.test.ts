import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kernelBytes } from './build-wasm';

it('the WebAssembly that is run is what the source compiles to', async () => {
  expect(readFileSync('src/linear/wasm/kernel-bytes.ts', 'utf8')).toBe(await kernelBytes());
}, 120_000);
