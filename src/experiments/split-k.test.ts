import { describe, expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import { ADDERS } from '../numerics/adders';
import { roundToBfloat16 } from '../numerics/formats';
import { dotInGroups } from '../numerics/multi-term-add';
import { ENGINES } from '../testing/engines';
import { newExperimentContext } from './experiment-context';
import { hasGroups } from './has-groups';
import type { SplitKSpec } from './split-k';
import { splitK } from './split-k';
import { SPLIT_KERNELS } from './split-kernels';
import { runToEnd } from './step';

function specOf(K: number, N: number, rows: number): SplitKSpec {
  return { layer: { inFeatures: K, outFeatures: N, rows, bias: false, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'bfloat16' }, kernels: SPLIT_KERNELS };
}

/** All outputs of the layer by a kernel: each stretch of K in steps of its own, and their sums added up in float32. */
function outputsOf({ layer }: SplitKSpec, { adder, parts }: SplitKSpec['kernels'][number]): number[] {
  const { inFeatures: K, outFeatures: N, rows } = layer;
  const numbers = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, layer);
  const [x, weight] = [numbers.x.map(roundToBfloat16), numbers.weight.map(roundToBfloat16)];
  return Array.from({ length: rows * N }, (_, i) => {
    const [a, b] = [x.slice(Math.floor(i / N) * K), weight.slice((i % N) * K)];
    const ends = Array.from({ length: parts + 1 }, (_, part) => (part * K) / parts);
    const sums = ends.slice(1).map((end, part) => dotInGroups(ADDERS[adder], 'bfloat16', a.slice(ends[part], end), b.slice(ends[part], end), 0));
    return sums.reduce((sum, one) => Math.fround(sum + one));
  });
}

describe('one layer by several kernels', () => {
  it.each(ENGINES)('is what each adds up, counted against the first: %s', (_, engine) => {
    const spec = specOf(256, 48, 5);
    const { values, problem } = runToEnd(splitK(spec, newExperimentContext(engine)));
    expect(problem).toBeNull();
    const all = spec.kernels.map((kernel) => outputsOf(spec, kernel));
    const count = (at: number, round: (x: number) => number): number => all[at]!.filter((y, i) => round(y) !== round(all[0]![i]!)).length;
    expect(values).toEqual(
      spec.kernels.map(({ id }, at) => ({ kernel: id, first: all[at]![0], of: 240, differing: count(at, (y) => y), roundedDiffering: count(at, roundToBfloat16) })),
    );
    // The comparison can tell them apart.
    expect(new Set(values.map(({ differing }) => differing)).size).toBe(4);
  });

  it('differs at most outputs as float32, and at few once rounded to bfloat16, on the numbers of the page', () => {
    const [, fastest] = ENGINES.at(-1)!;
    const { values } = runToEnd(splitK(specOf(768, 768, 128), newExperimentContext(fastest)));
    for (const { differing, roundedDiffering, of } of values.slice(1)) {
      expect(differing / of).toBeGreaterThan(0.5);
      expect(roundedDiffering / of).toBeLessThan(1e-3);
      expect(roundedDiffering).toBeGreaterThan(0);
    }
    expect(new Set(values.map(({ first }) => first)).size).toBe(4);
  });

  it('is run with adders', () => {
    expect(hasGroups(specOf(16, 1, 1))).toBe(true);
  });
});
