import { setFlagsFromString } from 'node:v8';
import type { Engine } from '../linear/engine';
import { FROUND_WITH_ADDERS, wasmWithAdders } from '../linear/groups';

// Node 20 has relaxed SIMD behind a flag; later versions have it by default, and may not know the flag.
if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd');

/** Every engine, with a name for test titles: all must meet the same tests. */
export const ENGINES: readonly (readonly [name: string, engine: Engine])[] = [
  ['Math.fround', FROUND_WITH_ADDERS],
  ['WebAssembly, emulated fused products', wasmWithAdders('exact')],
  ['WebAssembly, relaxed fused products', wasmWithAdders('relaxed')],
];
