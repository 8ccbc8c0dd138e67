import { expect, test } from 'vitest';
import { makeFamily } from '../orders/families';
import { roundTo } from '../numerics/formats';
import { makeLayer } from './make-layer';
import { prepareLayer, runPlan } from './run-plan';
import type { KernelPlan } from './sum-method';

const [K, N, ROWS] = [40, 70, 3];
const layer = makeLayer({ kind: 'normal', seed: 5 }, { inFeatures: K, outFeatures: N, rows: ROWS, bias: true });
const plan: KernelPlan = {
  parts: [
    { columns: [[0, 9], [64, 66]], method: { kind: 'order', order: makeFamily({ name: 'sequential' }, K, { fused: false, bias: 'last' }) } },
    { columns: [[10, 63]], method: { kind: 'other', name: 'kahan' } },
  ],
};

test.each(['bfloat16', 'float16'] as const)('results are rounded to %s once, at the end, and only those of the plan', (output) => {
  for (const format of ['float32', 'float64'] as const) {
    const outputs = (rounded: typeof output | null) => {
      const out = format === 'float64' ? new Float64Array((ROWS + 1) * N).fill(0.1) : new Float32Array((ROWS + 1) * N).fill(0.1);
      runPlan(plan, prepareLayer(layer, format, undefined, rounded), 0, out, N, ROWS);
      return out;
    };
    const whole = outputs(null);
    const short = outputs(output);
    let rounded = 0;
    whole.forEach((value, at) => {
      const covered = at >= N && at % N <= 66;
      if (covered && short[at] !== value) rounded++;
      expect(short[at]).toBe(covered ? roundTo(output, value) : value);
    });
    expect(rounded).toBeGreaterThan(0.9 * 67 * ROWS);
  }
});
