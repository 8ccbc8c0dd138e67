import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesFile, kernelBytes, KERNELS } from './build-wasm';

it.each(KERNELS)('the WebAssembly that is run is what the source of the %s compiles to', async (kernel) => {
  expect(readFileSync(bytesFile(kernel), 'utf8')).toBe(await kernelBytes(kernel));
}, 120_000);
