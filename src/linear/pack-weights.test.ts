import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANES, packWeights } from './pack-weights';

describe('packWeights', () => {
  it('puts the outputs of a strip side by side for each product and fills the strip with zeros', () => {
    const weight = Float32Array.from({ length: 7 * 2 }, (_, i) => i + 1);
    const packed = packWeights(weight, 7, 2);
    expect(packed.strip).toBe(8);
    expect([...packed.data]).toEqual([1, 3, 5, 7, 9, 11, 13, 0, 2, 4, 6, 8, 10, 12, 14, 0]);
  });

  it('keeps every weight at its place, for any shape and any float32', () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 9 }));
    const layer = shape.chain(([n, k]) =>
      fc.tuple(fc.constant(n), fc.constant(k), fc.float32Array({ minLength: n * k, maxLength: n * k })),
    );
    fc.assert(
      fc.property(layer, ([n, k, weight]) => {
        const { data, strip, inFeatures, outFeatures } = packWeights(weight, n, k);
        expect([inFeatures, outFeatures, strip % LANES, data.length]).toEqual([k, n, 0, Math.ceil(n / strip) * strip * k]);
        const unpacked = weight.map((_, i) => {
          const output = Math.floor(i / k);
          return data[(Math.floor(output / strip) * k + (i % k)) * strip + (output % strip)] as number;
        });
        expect(unpacked.every((value, i) => Object.is(value, weight[i]))).toBe(true);
      }),
    );
  });
});
