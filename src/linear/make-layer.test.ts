import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absDot, exactDot } from '../numerics/exact-dot';
import type { DataSource, LayerData } from './layer';
import { makeLayer } from './make-layer';
import { torchLayer } from './torch-data';

const SOURCES: readonly DataSource[] = [
  { kind: 'uniform', seed: 72 },
  { kind: 'normal', seed: 72 },
  { kind: 'positive', seed: 72 },
  { kind: 'cancelling', seed: 72, condition: 1e6 },
];

/** Σ|x·w| / |Σx·w| of each output with row 0 of x, a bias counted among the terms. */
function conditions({ x, weight, bias, inFeatures, outFeatures }: LayerData): number[] {
  return Array.from({ length: outFeatures }, (_, j) => {
    const start = bias?.[j] ?? 0;
    const sum = exactDot(x, 0, weight, j * inFeatures, inFeatures, start);
    return absDot(x, 0, weight, j * inFeatures, inFeatures, start) / Math.abs(sum);
  });
}

describe('makeLayer', () => {
  for (const source of SOURCES) {
    describe(source.kind, () => {
      it('gives the same bits again, other bits for another seed, and only finite float32 values', () => {
        const shape = { inFeatures: 50, outFeatures: 20, rows: 3, bias: true };
        const layer = makeLayer(source, shape);
        expect(makeLayer(source, shape)).toEqual(layer);
        const other = makeLayer({ ...source, seed: 73 }, shape);
        expect(other.weight).not.toEqual(layer.weight);
        expect(other.x).not.toEqual(layer.x);
        for (const values of [layer.x, layer.weight, layer.bias ?? []]) expect(values.every(Number.isFinite)).toBe(true);
      });

      it('gives the beginning of the same layer when fewer outputs or rows are asked for', () => {
        const layer = makeLayer(source, { inFeatures: 31, outFeatures: 20, rows: 9, bias: true });
        const part = makeLayer(source, { inFeatures: 31, outFeatures: 4, rows: 2, bias: true });
        expect(part.x).toEqual(layer.x.slice(0, 2 * 31));
        expect(part.weight).toEqual(layer.weight.slice(0, 4 * 31));
        expect(part.bias).toEqual(layer.bias?.slice(0, 4));
      });
    });
  }

  it('takes PyTorch’s data from its own stream', () => {
    const shape = { inFeatures: 6, outFeatures: 5, rows: 2, bias: true };
    expect(makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, shape)).toEqual(torchLayer({ ...shape, seed: 72, uniform: 'fused' }));
  });

  it('moves no weight when the bias of ordinary data is left out', () => {
    for (const source of SOURCES.slice(0, 3)) {
      const shape = { inFeatures: 12, outFeatures: 7, rows: 2 };
      const without = makeLayer(source, { ...shape, bias: false });
      expect(without.bias).toBeNull();
      expect(without.weight).toEqual(makeLayer(source, { ...shape, bias: true }).weight);
    }
  });

  it('keeps to the ranges that it names', () => {
    const shape = { inFeatures: 500, outFeatures: 40, rows: 4, bias: true };
    const range = (values: Float32Array): [number, number] => [Math.min(...values), Math.max(...values)];
    const [low, high] = range(makeLayer({ kind: 'uniform', seed: 1 }, shape).weight);
    expect([low >= -1, low < -0.99, high < 1, high > 0.99]).toEqual([true, true, true, true]);
    const positive = makeLayer({ kind: 'positive', seed: 1 }, shape);
    expect(range(positive.weight)[0]).toBeGreaterThanOrEqual(0);
    expect(conditions(positive).every((c) => Math.abs(c - 1) < 1e-12)).toBe(true);
    const normal = makeLayer({ kind: 'normal', seed: 1 }, shape);
    const spread = Math.sqrt(normal.weight.reduce((sum, w) => sum + w * w, 0) / normal.weight.length);
    expect(Math.abs(spread * Math.sqrt(500) - 1)).toBeLessThan(0.03);
  });
});

describe('cancelling data', () => {
  it('meets row 0 of x with the condition number asked for, within a factor 2, for any K, bias and seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (inFeatures, exponent, bias, seed) => {
          const condition = Math.min(10 ** exponent, 2 ** (22 * (inFeatures - (bias ? 0 : 1))));
          const layer = makeLayer({ kind: 'cancelling', seed, condition }, { inFeatures, outFeatures: 3, rows: 1, bias });
          for (const achieved of conditions(layer)) {
            expect(achieved).toBeGreaterThan(condition / 2);
            expect(achieved).toBeLessThan(condition * 2);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does so for 2²⁰ products', () => {
    for (const condition of [1, 1.5, 1e3, 1e12, 1e20, 1e30]) {
      const layer = makeLayer({ kind: 'cancelling', seed: 5, condition }, { inFeatures: 2 ** 20, outFeatures: 2, rows: 1, bias: false });
      for (const achieved of conditions(layer)) {
        expect(achieved).toBeGreaterThan(condition / 2);
        expect(achieved).toBeLessThan(condition * 2);
      }
    }
  });

  it('stays at the nearest condition that there is where the one asked for does not exist', () => {
    const shape = { inFeatures: 1, outFeatures: 4, rows: 1, bias: false };
    expect(conditions(makeLayer({ kind: 'cancelling', seed: 5, condition: 1e6 }, shape))).toEqual([1, 1, 1, 1]);
    const wide = { ...shape, inFeatures: 64 };
    const at = (condition: number) => makeLayer({ kind: 'cancelling', seed: 5, condition }, wide);
    expect(at(1e40)).toEqual(at(1e30));
    expect(at(0.1)).toEqual(at(1));
  });

  it('adds up to both signs', () => {
    const { x, weight } = makeLayer({ kind: 'cancelling', seed: 9, condition: 1e9 }, { inFeatures: 40, outFeatures: 200, rows: 1, bias: false });
    const signs = Array.from({ length: 200 }, (_, j) => exactDot(x, 0, weight, j * 40, 40, 0) > 0);
    expect(signs.filter(Boolean).length).toBeGreaterThan(60);
    expect(signs.filter(Boolean).length).toBeLessThan(140);
  });
});
