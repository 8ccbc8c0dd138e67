import type { Engine } from './engine';
import { FROUND } from './fround-engine';
import { selfTest } from './self-test';
import type { Fusing } from './wasm-engine';
import { wasmEngine } from './wasm-engine';

/** An engine, and what speaks for it or against a faster one, in a few words. */
export interface PickedEngine {
  readonly engine: Engine;
  /** How it makes fused products. */
  readonly fusing: Fusing | 'emulated';
  /** Why it is not WebAssembly; null where it is. */
  readonly why: string | null;
}

/**
 * The fastest engine that gives the bits of `Math.fround` on this machine: each is tried out before it is trusted.
 *
 * @param make makes an engine, or throws
 */
export function pickEngine(make: (fusing: Fusing) => Engine = wasmEngine): PickedEngine {
  let why = '';
  for (const fusing of ['relaxed', 'exact'] as const) {
    try {
      const engine = make(fusing);
      const difference = selfTest(engine);
      if (difference === null) return { engine, fusing, why: null };
      why = `WebAssembly is not used: ${difference}`;
    } catch (error) {
      why = `WebAssembly SIMD can’t be had here: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return { engine: FROUND, fusing: 'emulated', why };
}
