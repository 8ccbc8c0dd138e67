import { describe, expect, it } from 'vitest';
import type { LayerSpec } from '../experiments/layer-spec';
import { prepareSpec } from '../experiments/layer-spec';
import { FROUND } from '../linear/fround-engine';
import { layerCache } from './layer-cache';

const spec: LayerSpec = { inFeatures: 8, outFeatures: 4, rows: 1, bias: false, source: { kind: 'uniform', seed: 1 }, format: 'float32' };
const seeded = (seed: number): LayerSpec => ({ ...spec, source: { kind: 'uniform', seed } });

function counted(mostBytes?: number) {
  let made = 0;
  const prepare = layerCache((wanted) => {
    made++;
    return prepareSpec(wanted, FROUND);
  }, mostBytes);
  return { prepare, made: () => made };
}

describe('the layer cache', () => {
  it('makes a layer once for equal specs, and another for each difference', () => {
    const { prepare, made } = counted();
    const first = prepare(spec);
    expect(prepare({ ...spec, source: { kind: 'uniform', seed: 1 } })).toBe(first);
    expect(made()).toBe(1);
    for (const other of [seeded(2), { ...spec, rows: 2 }, { ...spec, bias: true }, { ...spec, format: 'tf32' as const }]) prepare(other);
    expect(made()).toBe(5);
  });

  it('tells inline numbers apart by their id', () => {
    const { prepare } = counted();
    const inline = (id: string, value: number): LayerSpec => ({ ...spec, source: { kind: 'inline', id, x: new Float32Array(8).fill(value), weight: new Float32Array(32), bias: null } });
    expect(prepare(inline('a', 1)).data.x[0]).toBe(1);
    expect(prepare(inline('b', 2)).data.x[0]).toBe(2);
    expect(prepare(inline('a', 1)).data.x[0]).toBe(1);
  });

  it('keeps within its bytes, and drops what was not used for longest', () => {
    // A layer of these counts 4·8·(2·4 + 1) = 288 bytes.
    const { prepare, made } = counted(600);
    prepare(seeded(1));
    prepare(seeded(2));
    prepare(seeded(1));
    prepare(seeded(3));
    prepare(seeded(1));
    expect(made()).toBe(3);
    prepare(seeded(2));
    expect(made()).toBe(4);
  });

  it('makes a layer larger than all of its room, alone', () => {
    const { prepare, made } = counted(1);
    prepare(seeded(1));
    prepare(seeded(1));
    expect(made()).toBe(1);
  });
});
