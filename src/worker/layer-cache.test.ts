import { describe, expect, it } from 'vitest';
import type { LayerSpec } from '../experiments/layer-spec';
import { prepareSpec } from '../experiments/layer-spec';
import { FROUND } from '../linear/fround-engine';
import { LayerCache } from './layer-cache';

const spec: LayerSpec = { inFeatures: 8, outFeatures: 4, rows: 1, bias: false, source: { kind: 'uniform', seed: 1 }, format: 'float32' };
const seeded = (seed: number): LayerSpec => ({ ...spec, source: { kind: 'uniform', seed } });

function counted(mostBytes?: number) {
  let made = 0;
  const cache = new LayerCache((wanted) => {
    made++;
    return prepareSpec(wanted, FROUND);
  }, mostBytes);
  return { cache, made: () => made };
}

describe('the layer cache', () => {
  it('makes a layer once for equal specs, and another for each difference', () => {
    const { cache, made } = counted();
    const first = cache.prepare(spec);
    expect(cache.prepare({ ...spec, source: { kind: 'uniform', seed: 1 } })).toBe(first);
    expect(made()).toBe(1);
    for (const other of [seeded(2), { ...spec, rows: 2 }, { ...spec, bias: true }, { ...spec, format: 'tf32' as const }]) cache.prepare(other);
    expect(made()).toBe(5);
  });

  it('tells inline numbers apart by their id', () => {
    const { cache } = counted();
    const inline = (id: string, value: number): LayerSpec => ({ ...spec, source: { kind: 'inline', id, x: new Float32Array(8).fill(value), weight: new Float32Array(32), bias: null } });
    expect(cache.prepare(inline('a', 1)).data.x[0]).toBe(1);
    expect(cache.prepare(inline('b', 2)).data.x[0]).toBe(2);
    expect(cache.prepare(inline('a', 1)).data.x[0]).toBe(1);
  });

  it('keeps within its bytes, and drops what was not used for longest', () => {
    // A layer of these counts 4·8·(2·4 + 1) = 288 bytes.
    const { cache, made } = counted(600);
    cache.prepare(seeded(1));
    cache.prepare(seeded(2));
    cache.prepare(seeded(1));
    cache.prepare(seeded(3));
    cache.prepare(seeded(1));
    expect(made()).toBe(3);
    cache.prepare(seeded(2));
    expect(made()).toBe(4);
  });

  it('makes a layer larger than all of its room, alone', () => {
    const { cache, made } = counted(1);
    cache.prepare(seeded(1));
    cache.prepare(seeded(1));
    expect(made()).toBe(1);
  });
});
