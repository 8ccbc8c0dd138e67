import { reasonOf } from '../lib/reason-of';
import type { Engine } from './engine';
import { FROUND } from './fround-engine';
import type { ProgramsFor } from './self-test';
import { plainPrograms, selfTest } from './self-test';
import type { Fusing } from './wasm-engine';
import { wasmEngine } from './wasm-engine';

/** The engine to use, and why it is not WebAssembly, in a sentence; null if it is. */
export interface PickedEngine {
  readonly engine: Engine;
  readonly why: string | null;
}

/**
 * The fastest engine that gives the bits of `Math.fround` on this machine: each is tested before it is trusted.
 *
 * @param make makes an engine, or throws
 * @param reference what it is compared with, and replaced by
 * @param programs what is compared
 */
export function pickEngine(make: (fusing: Fusing) => Engine = wasmEngine, reference: Engine = FROUND, programs: ProgramsFor = plainPrograms): PickedEngine {
  let why = '';
  for (const fusing of ['relaxed', 'exact'] as const) {
    try {
      const engine = make(fusing);
      const difference = selfTest(engine, reference, programs);
      if (difference === null) return { engine, why: null };
      why = `WebAssembly failed its test here: ${difference}.`;
    } catch (error) {
      why = `WebAssembly SIMD can’t be had here: ${reasonOf(error)}.`;
    }
  }
  return { engine: reference, why };
}
