import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import type { Recording } from '../recordings/recording';
import { explain } from './explain';
import type { ExplainMatch, ExplainSpec, ExplainSummary } from './explain';
import type { NamedOrders } from './explain-candidates';
import { explanationOf, withExplanation } from './explained';
import { galleryRecording } from './gallery-recording.fixture';
import { resultOf, tenFamilies } from './judge-data.fixture';
import { judgeDifference } from './judge-difference';
import type { LayerSpec } from './layer-spec';
import { runToEnd } from './step';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { classOf, planOf } from '../recordings/recording';
import { simulatedOutputs, simulatedRecording, TILED } from '../testing/simulated-recording';

const NAMES = readdirSync(new URL('../../public/recordings', import.meta.url)).flatMap((file) => (file === 'index.json' ? [] : [file.replace('.json', '')]));
const gallery = new Map(NAMES.map((name) => [name, galleryRecording(name)]));

/** Those that fit K, as the page would send them. */
function recordingsOf(K: number): NamedOrders[] {
  return [...gallery].filter(([, { operation }]) => operation.inFeatures === K).map(([name, { library, operation, calls }]) => ({ name, recording: { library, operation, calls } }));
}

function specOf({ data, operation: { inFeatures, outFeatures, bias } }: Recording, rows = 1): LayerSpec {
  const source = data.kind === 'torch' ? ({ kind: 'torch', seed: data.seed, uniform: data.uniform } as const) : ({ kind: 'inline', id: 'recording', x: data.x, weight: data.weight, bias: data.bias } as const);
  // PyTorch draws x after W and b from the same stream, so fewer rows are a prefix.
  return { inFeatures, outFeatures, bias, rows, source, format: 'float32' };
}

function explained(spec: ExplainSpec) {
  const { values, problem } = runToEnd(explain(spec));
  expect(problem).toBeNull();
  const matches: ExplainMatch[] = [];
  let summary: ExplainSummary | null = null;
  for (const value of values) {
    if (value.kind === 'match') matches.push(value.match);
    else summary = value.summary;
  }
  return { matches, summary: summary!, explanation: explanationOf(matches, summary!) };
}

function outputOf(name: string, batch: number, row = 0): Float32Array {
  return gallery.get(name)!.outputs.find((output) => output.batch === batch && output.row === row)!.values;
}

describe('whose digits are these', () => {
  it('names the library and the calls that give both results, all outputs to the bit', () => {
    const name = 'pytorch-2.13-mkl-768x768';
    const [a, b] = [outputOf(name, 1), outputOf(name, 4)];
    const { explanation, summary, matches } = explained({ layer: specOf(gallery.get(name)!), results: [a, b], recordings: recordingsOf(768) });
    const sources = explanation.by.map((by) => by.map(({ source }) => source));
    expect(sources[0]![0]).toMatchObject({ kind: 'recording', name, batches: [1], fit: 'whole', row: 0 });
    expect(sources[1]![0]).toMatchObject({ kind: 'recording', name });
    expect(sources[1]!.filter((source) => source.kind === 'recording' && source.name === name)).toMatchObject([{ batches: [4, 8, 16, 17, 32, 64, 128] }]);
    expect(summary.outputs).toBe(768);
    expect(summary.telling).toBeGreaterThan(700);
    // A candidate that does not fit reports how many outputs it gets right.
    const other = matches.find(({ source }) => source.kind === 'family' && source.family.name === 'reverse')!;
    expect(other).toMatchObject({ tested: 128 });
    expect(other.equal[0]).toBeGreaterThan(0);
    expect(other.equal[0]).toBeLessThan(64);
    const judgement = judgeDifference({ dtype: 'float32', actual: Float64Array.from(a), expected: Float64Array.from(b), slack: new Float64Array(768) }, { products: 768, hasBias: true, layer: null });
    expect([judgement.finding, withExplanation(judgement, explanation).finding]).toEqual(['normal', 'explained']);
  });

  it('finds kernels that change along the outputs, and does not claim what one bit contradicts', () => {
    const name = 'pytorch-1.13-openblas-768x768';
    const b = outputOf(name, 128);
    const wrong = b.slice();
    new Int32Array(wrong.buffer)[300]! ^= 1;
    const { explanation } = explained({ layer: specOf(gallery.get(name)!), results: [b, wrong], recordings: recordingsOf(768) });
    expect(explanation.by[0]![0]).toMatchObject({ source: { name, batches: [128], fit: 'whole' }, firstDiffering: [-1, 300] });
    expect(explanation.by[1]).toEqual([]);
    expect(explanation.nearest[1]!.equal[1]).toBe(767);
  });

  it('explains every call of every recording at 4 and 127 products by that recording', () => {
    for (const [name, recording] of gallery) {
      if (recording.operation.inFeatures > 127) continue;
      const results = recording.outputs.filter(({ row }) => row === 0);
      const { explanation } = explained({ layer: specOf(recording), results: results.map(({ values }) => values), recordings: recordingsOf(recording.operation.inFeatures) });
      for (const [i, { batch }] of results.entries()) {
        expect(explanation.by[i]!.some(({ source }) => source.kind === 'recording' && source.name === name && source.batches.includes(batch)), `${name}, batch ${batch}`).toBe(true);
      }
    }
  });

  it('names the row of a call that gives one row’s digits, and the call that gives all of its rows', () => {
    const tiled = simulatedRecording(TILED);
    const { library, operation, calls } = tiled;
    const recordings = [{ name: 'tiled', recording: { library, operation, calls } }];
    const data = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: 12, outFeatures: 20, rows: 1, bias: true });
    const here = new Float32Array(20);
    runPlan(planOf(classOf(calls[2]!, 8)!.plan), prepareLayer(data), 0, here);
    const one = explained({ layer: specOf(tiled), results: [here], recordings });
    expect(one.explanation.by[0]!.map(({ source }) => source)).toMatchObject([{ kind: 'recording', name: 'tiled', batches: [17], row: 6, fit: 'whole' }]);
    const [, three, seventeen] = TILED.calls.map((call) => simulatedOutputs(TILED, call));
    const all = explained({ layer: specOf(tiled, 17), results: [seventeen!], recordings });
    expect(all.explanation.by[0]!.map(({ source }) => source)).toMatchObject([{ kind: 'recording', name: 'tiled', batches: [17], row: 0, fit: 'whole' }]);
    const some = explained({ layer: specOf(tiled, 3), results: [three!], recordings });
    expect(some.explanation.by[0]![0]!.source).toMatchObject({ kind: 'recording', name: 'tiled', batches: [3, 17], row: 0 });
  });

  it('knows that rows are modelled where they were not recorded, and that each row may be a call of its own', () => {
    const name = 'mkl-2020.4-4x8';
    const recording = gallery.get(name)!;
    const layer = prepareLayer(makeLayer({ kind: 'torch', seed: 72, uniform: 'separate' }, { inFeatures: 4, outFeatures: 8, rows: 3, bias: true }));
    const results = [0, 3].map((call) => {
      const result = new Float32Array(24);
      for (let row = 0; row < 3; row++) runPlan(planOf(recording.calls[call]!.classes[0]!.plan), layer, row, result, row * 8);
      return result;
    });
    const { library, operation, calls } = recording;
    const { explanation } = explained({ layer: specOf(recording, 3), results, recordings: [{ name, recording: { library, operation, calls } }] });
    const found = explanation.by.map((by) => by.flatMap(({ source }) => (source.kind === 'recording' ? [[source.fit, ...source.batches]] : [])));
    expect(found).toEqual([[['whole', 1]], [['modelled', 2], ['modelled', 4, 8, 16]]]);
  });

  it('carries recorded orders over to other outputs, and to a layer without bias', () => {
    const layer: LayerSpec = { inFeatures: 127, outFeatures: 5, rows: 1, bias: false, source: { kind: 'normal', seed: 4 }, format: 'float32' };
    const [recorded] = gallery.get('numpy-1.24-openblas-avx512-127x33')!.calls;
    const data = makeLayer({ kind: 'normal', seed: 4 }, layer);
    const biased = resultOf({ ...data, bias: new Float32Array(5) }, recorded!.classes[0]!.plan[0]!.order);
    const { explanation } = explained({ layer, results: [biased], recordings: recordingsOf(127) });
    expect(explanation.by[0]!.some(({ source }) => source.kind === 'recording' && source.name === 'numpy-1.24-openblas-avx512-127x33' && source.fit === 'carried')).toBe(true);
  });

  it('finds any family, over several rows, that it knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 1, 2, 3, 5, 7, 8), fc.nat(100), (K, rows, at, seed) => {
        const layer: LayerSpec = { inFeatures: K, outFeatures: 6, rows, bias: true, source: { kind: 'uniform', seed }, format: 'float32' };
        const data = makeLayer({ kind: 'uniform', seed }, layer);
        const order = tenFamilies(K, true)[at]!;
        const result = new Float32Array(rows * 6);
        for (let row = 0; row < rows; row++) result.set(resultOf({ ...data, x: data.x.slice(row * K, (row + 1) * K) }, order), row * 6);
        const { explanation } = explained({ layer, results: [result], recordings: [] });
        expect(explanation.by[0]!.length).toBeGreaterThan(0);
        expect(explanation.by[0]![0]!.tested).toBe(rows * 6);
      }),
      { numRuns: 25 },
    );
  });

  it('gives up early where all of it is too much work, and not on what fits', () => {
    const layer: LayerSpec = { inFeatures: 1024, outFeatures: 4096, rows: 2, bias: false, source: { kind: 'uniform', seed: 3 }, format: 'float32' };
    const result = new Float32Array(2 * 4096);
    const { matches, summary, explanation } = explained({ layer, results: [result], recordings: [] });
    expect(matches.every(({ tested, equal }) => tested < summary.outputs && equal[0] === 0)).toBe(true);
    expect(explanation.by).toEqual([[]]);
  });

  it('says what does not fit in a sentence', () => {
    const layer: LayerSpec = { inFeatures: 4, outFeatures: 8, rows: 1, bias: true, source: { kind: 'uniform', seed: 3 }, format: 'float32' };
    expect(runToEnd(explain({ layer, results: [new Float32Array(7)], recordings: [] })).problem?.message).toContain('7 numbers');
    expect(runToEnd(explain({ layer: { ...layer, format: 'tf32' }, results: [], recordings: [] })).problem?.message).toContain('float32');
  });
});
