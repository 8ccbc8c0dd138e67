import { describe, expect, it } from 'vitest';
import { batchSweep } from './batch-sweep';
import { galleryRecording } from './gallery-recording.fixture';
import { runToEnd } from './step';
import { ENGINES } from '../testing/engines';
import { newExperimentContext } from './experiment-context';
import type { WholeBatchChunk, WholeBatchSpec } from './whole-batch';
import { wholeBatch } from './whole-batch';
import { simulatedOutputs, simulatedRecording, TILED } from '../testing/simulated-recording';
import { notation } from '../testing/chosen-schedule';

const spec: WholeBatchSpec = {
  layer: { inFeatures: 40, outFeatures: 13, rows: 37, bias: true, source: { kind: 'uniform', seed: 3 }, format: 'float32' },
  batch: 37,
  repeatedRow: null,
  schedule: {
    kind: 'thresholds',
    entries: [
      { from: 1, method: { kind: 'family', family: { name: 'lanes', lanes: 4, combine: 'in-order' }, fused: false, bias: 'last' } },
      { from: 2, method: { kind: 'family', family: { name: 'blocked', size: 16 }, fused: true, bias: 'after-first-block' } },
    ],
  },
};

function chunks(of: WholeBatchSpec): WholeBatchChunk[] {
  return runToEnd(wholeBatch(of)).values.flatMap((value) => (value.kind === 'chunk' ? [value.chunk] : []));
}

describe('a whole batch', () => {
  it('says how the rows are added up, then gives one row, then more at a time until all are through', () => {
    const { values } = runToEnd(wholeBatch(spec));
    expect(values[0]).toMatchObject({ kind: 'plans', plans: { batch: 37, outFeatures: 13, provenance: 'chosen' } });
    const found = chunks(spec).map(({ fromRow, rows }) => [fromRow, rows]);
    expect(found).toEqual([[0, 1], [1, 2], [3, 4], [7, 8], [15, 16], [31, 6]]);
  });

  it('gives each row what a sweep over that row gives', () => {
    for (const { fromRow, rows, together, baseline, absSum } of chunks(spec)) {
      for (let row = 0; row < rows; row++) {
        const sweep = runToEnd(batchSweep({ ...spec, batches: [1, 37], row: fromRow + row })).values;
        const part = [row * 13, (row + 1) * 13] as const;
        const [references, one, all] = sweep;
        expect(one?.kind === 'row' && one.row.values).toEqual(baseline.slice(...part));
        expect(all?.kind === 'row' && all.row.values).toEqual(together.slice(...part));
        expect(references?.kind === 'references' && references.references.absSum).toEqual(absSum.slice(...part));
      }
    }
  });

  it('differs somewhere between together and alone, and nowhere under one order', () => {
    const differ = (of: WholeBatchSpec): boolean => chunks(of).some(({ together, baseline }) => together.some((value, i) => !Object.is(value, baseline[i])));
    expect(differ(spec)).toBe(true);
    expect(differ({ ...spec, schedule: { kind: 'thresholds', entries: [{ from: 1, method: { kind: 'other', name: 'exact' } }] } })).toBe(false);
  });

  it('makes a chosen order once, however many rows there are', () => {
    let made = 0;
    const entry = {
      from: 1,
      get method() {
        made++;
        return notation('0..39,b');
      },
    };
    expect(runToEnd(wholeBatch({ ...spec, schedule: { kind: 'thresholds', entries: [entry] } })).problem).toBeNull();
    expect(made).toBe(2);
  });

  it('yields within a row that takes long', () => {
    const layer = { ...spec.layer, inFeatures: 4096, outFeatures: 600, rows: 1 };
    const steps = [...wholeBatch({ ...spec, layer, batch: 1 })].filter((step) => step.kind === 'progress');
    expect(steps).toHaveLength(4 + 4 + 1);
  });

  it('sums each row of a recorded call in the orders of its class, and says which rows these are', () => {
    const tiled: WholeBatchSpec = {
      layer: { inFeatures: 12, outFeatures: 20, rows: 17, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' },
      schedule: { kind: 'recording', recording: simulatedRecording(TILED) },
      batch: 17,
      repeatedRow: null,
    };
    const together = Float32Array.from(chunks(tiled).flatMap((chunk) => [...chunk.together]));
    expect(together).toEqual(simulatedOutputs(TILED, TILED.calls[2]!));
    const [first] = runToEnd(wholeBatch(tiled)).values;
    expect(first?.kind === 'plans' && first.plans).toMatchObject({ provenance: 'recorded', note: '', baseline: [{ orders: [{ text: '0..11 + b' }], provenance: 'recorded' }] });
    expect(first?.kind === 'plans' && first.plans.together.map(({ rows, orders, provenance }) => [rows, orders.length, provenance])).toEqual([
      [[[0, 5], [12, 15]], 1, 'recorded'],
      [[[6, 9]], 2, 'recorded'],
      [[[10, 11]], 1, 'recorded'],
      [[[16, 16]], 1, 'recorded'],
    ]);
  });

  it('knows which rows of a recording of row 0 are modelled', () => {
    const recorded: WholeBatchSpec = {
      layer: { inFeatures: 4, outFeatures: 8, rows: 4, bias: true, source: { kind: 'torch', seed: 72, uniform: 'separate' }, format: 'float32' },
      schedule: { kind: 'recording', recording: galleryRecording('mkl-2020.4-4x8') },
      batch: 4,
      repeatedRow: null,
    };
    const [first] = runToEnd(wholeBatch(recorded)).values;
    expect(first?.kind === 'plans' && first.plans).toMatchObject({ provenance: 'modelled', together: [{ rows: [[0, 0]], provenance: 'recorded' }, { rows: [[1, 3]], provenance: 'modelled' }] });
  });

  it('of one row repeated has as many results as the row gives, where each begins, and row 0 as the baseline', () => {
    const repeated: WholeBatchSpec = {
      layer: { inFeatures: 12, outFeatures: 20, rows: 3, bias: true, source: { kind: 'uniform', seed: 9 }, format: 'float32' },
      schedule: { kind: 'recording', recording: simulatedRecording(TILED) },
      batch: 17,
      repeatedRow: 2,
    };
    const { values } = runToEnd(wholeBatch(repeated));
    const last = values.at(-1);
    const results = last?.kind === 'results' ? last.results : [];
    expect(results.map(({ rows }) => rows)).toEqual([[[0, 5], [12, 15]], [[6, 9]], [[10, 11]], [[16, 16]]]);
    const row0 = chunks(repeated)[0]!.together;
    const at = (row: number): Float32Array => {
      const chunk = chunks(repeated).find(({ fromRow, rows }) => fromRow <= row && row < fromRow + rows)!;
      return chunk.together.slice((row - chunk.fromRow) * 20, (row - chunk.fromRow + 1) * 20) as Float32Array;
    };
    expect(results.map(({ differing }) => differing)).toEqual([0, 6, 10, 16].map((row) => at(row).filter((value, j) => !Object.is(value, row0[j])).length));
    expect(results[1]!.differing).toBeGreaterThan(0);
    for (const { baseline, rows } of chunks(repeated)) for (let r = 0; r < rows; r++) expect(baseline.slice(r * 20, (r + 1) * 20)).toEqual(row0);
    // Each place gives what a sweep over the row gives in a call of that many rows.
    const sweep = runToEnd(batchSweep({ ...repeated, batches: [17], row: 2 })).values.at(-1);
    expect(sweep?.kind === 'row' && sweep.row.values).toEqual(row0);
  });

  it('reports progress at least once a row, never backwards', () => {
    const done = [...wholeBatch(spec)].flatMap((step) => (step.kind === 'progress' ? [step.done] : []));
    expect(new Set(done).size).toBeGreaterThan(37);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(37);
  });

  it.each(ENGINES.slice(1))('is the same by %s, rows that are added up differently among them', (_, engine) => {
    const recording = galleryRecording('numpy-1.24-openblas-avx512-127x33');
    const batch = Math.max(...recording.calls.map((call) => call.batch));
    const recorded: WholeBatchSpec = {
      layer: { inFeatures: 127, outFeatures: 33, rows: batch, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' },
      schedule: { kind: 'recording', recording },
      batch,
      repeatedRow: null,
    };
    for (const of of [spec, recorded]) {
      expect(runToEnd(wholeBatch(of, newExperimentContext(engine)))).toEqual(runToEnd(wholeBatch(of)));
    }
  });
});
