import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/torch-data.json';
import type { UniformVariant } from './layer';
import { biasBound, torchLayer, weightBound } from './torch-data';

function facts(values: Float32Array) {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return {
    sha256: createHash('sha256').update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)).digest('hex'),
    first: [...bits.slice(0, 4)],
    last: [...bits.slice(-2)],
  };
}

describe('torchLayer', () => {
  for (const { weight, bias, x, ...shape } of fixture.cases) {
    const { seed, inFeatures, outFeatures, rows } = shape;
    const uniform = shape.uniform as UniformVariant;
    it(`draws the bits of seed ${seed}, ${inFeatures} → ${outFeatures}, ${rows} rows, ${uniform}`, () => {
      const layer = torchLayer({ seed, inFeatures, outFeatures, rows, uniform, bias: true });
      expect(facts(layer.weight)).toEqual(weight);
      expect(facts(layer.bias ?? new Float32Array())).toEqual(bias);
      expect(facts(layer.x)).toEqual(x);
    });
  }

  it('gives the numbers that the thread started from', () => {
    const layer = torchLayer({ seed: 72, inFeatures: 4, outFeatures: 8, rows: 16, uniform: 'separate', bias: true });
    expect([layer.weight[0], layer.bias?.[0], layer.x[0]]).toEqual([-0.17502069473266602, -0.05660063028335571, 0.6864939332008362]);
  });

  it('draws the bias even where the layer has none, so that x stays the same', () => {
    const shape = { seed: 5, inFeatures: 7, outFeatures: 3, rows: 2, uniform: 'fused' } as const;
    const without = torchLayer({ ...shape, bias: false });
    expect(without.bias).toBeNull();
    expect(without.x).toEqual(torchLayer({ ...shape, bias: true }).x);
  });

  it('differs between the variants in about half of the weights at K = 768, and in none where the bound is a power of two', () => {
    const differing = (inFeatures: number): number => {
      const shape = { seed: 72, inFeatures, outFeatures: 256, rows: 1, bias: true };
      const separate = torchLayer({ ...shape, uniform: 'separate' });
      return torchLayer({ ...shape, uniform: 'fused' }).weight.filter((w, i) => w !== separate.weight[i]).length / separate.weight.length;
    };
    expect([4, 16, 64, 256].map(differing)).toEqual([0, 0, 0, 0]);
    expect(differing(768)).toBeGreaterThan(0.4);
    expect(differing(768)).toBeLessThan(0.6);
  });
});

describe('the bounds of nn.Linear', () => {
  it('are the float32 values of torch.nn.init for every K up to 4096', () => {
    const bounds = Float32Array.from({ length: 2 * 4096 }, (_, i) => (i % 2 === 0 ? weightBound : biasBound)(Math.floor(i / 2) + 1));
    expect(facts(bounds).sha256).toBe(fixture.boundsSha256);
  });
});
