import { describe, expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import type { SweepRow, SweepSpec } from './batch-sweep';
import { batchSweep } from './batch-sweep';
import { galleryRecording } from './gallery-recording.fixture';
import type { LayerSpec } from './layer-spec';
import { runToEnd } from './step';
import { ENGINES } from '../testing/engines';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

const { fround } = Math;

const layer: LayerSpec = { inFeatures: 37, outFeatures: 11, rows: 3, bias: true, source: { kind: 'normal', seed: 5 }, format: 'float32' };
const spec: SweepSpec = {
  layer,
  row: 2,
  batches: [1, 2, 4, 9],
  schedule: {
    kind: 'thresholds',
    entries: [
      { from: 1, method: { kind: 'family', family: { name: 'sequential' }, fused: false, bias: 'last' } },
      { from: 4, method: { kind: 'family', family: { name: 'reverse' }, fused: false, bias: 'first' } },
    ],
  },
};

function sweep(of: SweepSpec) {
  const { values, problem } = runToEnd(batchSweep(of));
  const references = values.flatMap((value) => (value.kind === 'references' ? [value.references] : []));
  const rows = values.flatMap((value): SweepRow[] => (value.kind === 'row' ? [value.row] : []));
  return { values, problem, references: references[0]!, rows };
}

describe('a batch sweep', () => {
  it('gives the references first and then each batch size in turn', () => {
    const { values, rows, problem } = sweep(spec);
    expect(problem).toBeNull();
    expect(values.map(({ kind }) => kind)).toEqual(['references', 'row', 'row', 'row', 'row']);
    expect(rows.map(({ batch }) => batch)).toEqual([1, 2, 4, 9]);
    expect(rows.map(({ orders }) => orders[0]?.text)).toEqual(['0..36 + b', '0..36 + b', 'b + 36..0', 'b + 36..0']);
  });

  it('adds up as loops written out do', () => {
    const { rows, references } = sweep(spec);
    const { x, weight, bias } = makeLayer({ kind: 'normal', seed: 5 }, layer);
    const xs = x.subarray(2 * 37, 3 * 37);
    for (let j = 0; j < 11; j++) {
      const w = weight.subarray(j * 37, (j + 1) * 37);
      let up = fround(xs[0]! * w[0]!);
      for (let k = 1; k < 37; k++) up = fround(up + fround(xs[k]! * w[k]!));
      up = fround(up + bias![j]!);
      let down = bias![j]!;
      for (let k = 36; k >= 0; k--) down = fround(down + fround(xs[k]! * w[k]!));
      let double = 0;
      let size = Math.abs(bias![j]!);
      for (let k = 0; k < 37; k++) {
        double += xs[k]! * w[k]!;
        size += Math.abs(xs[k]! * w[k]!);
      }
      expect([rows[0]!.values[j], rows[1]!.values[j], rows[2]!.values[j]]).toEqual([up, up, down]);
      expect(references.float64[j]).toBe(double + bias![j]!);
      expect(Math.abs(references.absSum[j]! / size - 1)).toBeLessThan(1e-14);
      expect(Math.abs(references.exact[j]! - references.float64[j]!)).toBeLessThan(37 * 2 ** -53 * size);
    }
  });

  it('gives every row a buffer of its own, so that all can be handed over', () => {
    const { rows, references } = sweep(spec);
    const buffers = [...rows.map(({ values }) => values), references.exact, references.float64, references.absSum].map(({ buffer }) => buffer);
    expect(new Set(buffers).size).toBe(7);
  });

  it('replays a recording to the bit', () => {
    const recording = galleryRecording('pytorch-1.13-openblas-768x768');
    const { rows } = sweep({
      layer: { inFeatures: 768, outFeatures: 768, rows: 1, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' },
      schedule: { kind: 'recording', recording },
      batches: recording.outputs.map(({ batch }) => batch),
      row: 0,
    });
    for (const [index, { values, provenance }] of rows.entries()) {
      expect(values).toEqual(recording.outputs[index]?.values);
      expect(provenance).toBe('recorded');
    }
  });

  it('computes float64 sums in float64', () => {
    const { rows, references } = sweep({ ...spec, layer: { ...layer, format: 'float64' } });
    expect(rows[0]?.values).toEqual(references.float64);
    expect(rows[2]?.values).toBeInstanceOf(Float64Array);
    expect(rows[2]?.values).not.toEqual(references.float64);
  });

  it('complains before any work if a batch size has no order', () => {
    const { values, problem } = sweep({ ...spec, schedule: { kind: 'pattern', name: 'abacus' } });
    expect(values).toEqual([]);
    expect(problem?.message).toContain('abacus');
  });

  it('computes one row when the order of one batch size changes, and nothing when none does', () => {
    const context = newExperimentContext();
    const runs: string[] = [];
    const counting: ExperimentContext = {
      ...context,
      prepare: (of) => {
        const prepared = context.prepare(of);
        return { ...prepared, packed: { ...prepared.packed, run: (...job) => void (runs.push('row'), prepared.packed.run(...job)), sizes: (...of) => (runs.push('references'), prepared.packed.sizes(...of)) } };
      },
    };
    const computed = (of: SweepSpec): string[] => {
      runs.length = 0;
      expect(runToEnd(batchSweep(of, counting))).toEqual(runToEnd(batchSweep(of)));
      return [...runs];
    };
    expect(computed(spec)).toEqual(['references', 'row', 'row']);
    expect(computed({ ...spec, batches: [9, 1, 5] })).toEqual([]);
    const [first, second] = (spec.schedule as Extract<SweepSpec['schedule'], { kind: 'thresholds' }>).entries;
    const changed = { from: 9, method: { kind: 'family', family: { name: 'pairwise', base: 2 }, fused: false, bias: 'last' } } as const;
    expect(computed({ ...spec, schedule: { kind: 'thresholds', entries: [first!, second!, changed] } })).toEqual(['row']);
    expect(computed({ ...spec, row: 1 })).toEqual(['references', 'row', 'row']);
    expect(computed({ ...spec, layer: { ...layer, format: 'bfloat16' } })).toEqual(['references', 'row', 'row']);
  });

  it.each(ENGINES.slice(1))('is the same by %s', (_, engine) => {
    expect(runToEnd(batchSweep(spec, newExperimentContext(engine)))).toEqual(runToEnd(batchSweep(spec)));
  });
});
