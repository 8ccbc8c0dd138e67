/** What the tests of all engines run in the browser, bundled into one script: the kernels themselves, not the page around them. */
import type { Engine } from '../../src/linear/engine';
import { enginesWithAdders, FROUND_WITH_ADDERS, groupPrograms, wasmWithAdders } from '../../src/linear/groups';
import { pickEngine } from '../../src/linear/pick-engine';
import { selfTest } from '../../src/linear/self-test';
import { parseRecording } from '../../src/recordings/parse-recording';
import { replay } from '../../src/recordings/replay';
import { rowsWithBits } from '../../src/testing/rows-with-bits';

/** The kernels that this browser can run: where it has no relaxed SIMD, fused products are emulated. */
function kernels(): ReadonlyMap<string, Engine> {
  const found = new Map([['Math.fround', FROUND_WITH_ADDERS]]);
  for (const fusing of ['exact', 'relaxed'] as const) {
    try {
      found.set(`WebAssembly, ${fusing}`, wasmWithAdders(fusing));
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
      const picked = [pickEngine(), enginesWithAdders().fastest];
      return picked.map(({ engine, why }) => ({ name: engine.name, why }));
    },
    /** Of each kernel what its test finds, and of each recording how many outputs it gives. */
    all: async (files: readonly string[]) => {
      const texts = await Promise.all(files.map(async (file) => (await fetch(`./recordings/${file}`)).text()));
      return [...kernels()].map(([name, engine]) => ({ name, problem: selfTest(engine) ?? selfTest(engine, FROUND_WITH_ADDERS, groupPrograms), recordings: texts.map((text, at) => ({ file: files[at], ...replayed(text, engine) })) }));
    },
  },
});
