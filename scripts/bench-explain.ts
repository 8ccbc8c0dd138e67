/**
 * `npx tsx scripts/bench-explain.ts`: the cost of finding out whose digits 1,000 outputs of 768 products are, among all orders
 * of the gallery and all families, as a ratio to running one order over the same outputs; on both engines.
 */
import { readdirSync } from 'node:fs';
import { explain } from '../src/experiments/explain';
import { galleryRecording } from '../src/experiments/gallery-recording.fixture';
import { newExperimentContext } from '../src/experiments/experiment-context';
import type { LayerSpec } from '../src/experiments/layer-spec';
import { median } from '../src/experiments/quantile';
import { runToEnd } from '../src/experiments/step';
import { FROUND } from '../src/linear/fround-engine';
import { runPlan } from '../src/linear/run-plan';
import { wholePlan } from '../src/linear/sum-method';
import { wasmEngine } from '../src/linear/wasm-engine';
import { makeFamily } from '../src/orders/families';

const ROUNDS = 5;

const recordings = readdirSync(new URL('../public/recordings', import.meta.url))
  .filter((file) => file.endsWith('-768x768.json'))
  .map((file) => file.replace('.json', ''))
  .map((name) => ({ name, recording: galleryRecording(name) }));

function milliseconds(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

for (const engine of [FROUND, wasmEngine('exact')]) {
  for (const outFeatures of [768, 1000]) {
    const context = newExperimentContext(engine);
    const spec: LayerSpec = { inFeatures: 768, outFeatures, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' };
    const layer = context.prepare(spec);
    const out = new Float32Array(outFeatures);
    const plan = wholePlan({ kind: 'order', order: makeFamily({ name: 'blocked', size: 192 }, 768, { fused: false, bias: 'last' }) }, outFeatures);
    const once = { ...context, prepare: () => layer };
    let run = 0;
    const [one, all]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      one.push(milliseconds(() => runPlan(plan, layer, 0, out)));
      all.push(
        milliseconds(() => {
          const last = runToEnd(explain({ layer: spec, results: [out, out], recordings }, once)).values.at(-1);
          if (last?.kind === 'summary') run = last.summary.run;
        }),
      );
    }
    const [a, b] = [median(one), median(all)];
    console.log(`${engine.name}, 768 → ${outFeatures}: ${run} distinct orders in ${(b / a).toFixed(1)} times one order’s time (${b.toFixed(0)} ms here)`);
  }
}
