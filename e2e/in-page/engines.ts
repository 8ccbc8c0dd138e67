/** What engines.spec.ts runs in the browser, bundled into one script: the engines themselves, not the page around them. */
import type { Engine } from '../../src/linear/engine';
import { pickEngine } from '../../src/linear/pick-engine';
import { selfTest } from '../../src/linear/self-test';
import { wasmEngine } from '../../src/linear/wasm-engine';
import { parseRecording } from '../../src/recordings/parse-recording';
import { replay } from '../../src/recordings/replay';

const engines: Readonly<Record<'relaxed' | 'exact', () => Engine>> = { relaxed: () => wasmEngine('relaxed'), exact: () => wasmEngine('exact') };

/** Outputs of a recording that come out to the bit, of all. */
function replayed(text: string, engine: Engine): { equal: number; total: number } {
  const recording = parseRecording(text);
  if (!recording.ok) throw new Error(recording.error.message);
  let [equal, total] = [0, 0];
  for (const kernel of replay(recording.value, engine)) {
    equal += kernel.equal;
    total += kernel.total;
  }
  return { equal, total };
}

Object.assign(globalThis, {
  engines: {
    picked: () => {
      const { engine, why } = pickEngine();
      return { name: engine.name, why };
    },
    selfTest: (fusing: 'relaxed' | 'exact') => selfTest(engines[fusing]()),
    replay: (text: string, fusing: 'relaxed' | 'exact') => replayed(text, engines[fusing]()),
  },
});
