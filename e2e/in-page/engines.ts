/** What the tests of all engines run in the browser, bundled into one script: the kernels themselves, not the page around them. */
import type { Engine } from '../../src/linear/engine';
import { FROUND } from '../../src/linear/fround-engine';
import { pickEngine } from '../../src/linear/pick-engine';
import { selfTest } from '../../src/linear/self-test';
import { wasmEngine } from '../../src/linear/wasm-engine';
import { parseRecording } from '../../src/recordings/parse-recording';
import { replay } from '../../src/recordings/replay';
import { rowsWithBits } from '../../src/testing/rows-with-bits';

/** The kernels that this browser can run: where it has no relaxed SIMD, fused products are emulated. */
function kernels(): ReadonlyMap<string, Engine> {
  const found = new Map([['Math.fround', FROUND]]);
  for (const fusing of ['exact', 'relaxed'] as const) {
    try {
      found.set(`WebAssembly, ${fusing}`, wasmEngine(fusing));
    } catch (error) {
      if (fusing === 'exact' || !(error instanceof WebAssembly.CompileError)) throw error;
    }
  }
  return found;
}

/** Outputs of a recording that come out to the bit, of all whose bits it has. */
function replayed(text: string, engine: Engine): { equal: number; total: number } {
  const recording = parseRecording(text);
  if (!recording.ok) throw new Error(recording.error.message);
  let [equal, total] = [0, 0];
  for (const call of replay(rowsWithBits(recording.value), engine)) {
    equal += call.equal;
    total += call.total;
  }
  return { equal, total };
}

Object.assign(globalThis, {
  kernels: {
    picked: () => {
      const { engine, why } = pickEngine();
      return { name: engine.name, why };
    },
    /** Of each kernel what its test finds, and of each recording how many outputs it gives. */
    all: async (files: readonly string[]) => {
      const texts = await Promise.all(files.map(async (file) => (await fetch(`./recordings/${file}`)).text()));
      return [...kernels()].map(([name, engine]) => ({ name, problem: selfTest(engine), recordings: texts.map((text, at) => ({ file: files[at], ...replayed(text, engine) })) }));
    },
  },
});
