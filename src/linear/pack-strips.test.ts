import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStrips } from './pack-strips';

describe('packed strips', () => {
  it('have the outputs of a strip side by side for each product, and are filled up with zeros', () => {
    const weight = Float32Array.from({ length: 7 * 2 }, (_, i) => i + 1);
    expect([...packStrips(weight, 7, 2, 8)]).toEqual([1, 3, 5, 7, 9, 11, 13, 0, 2, 4, 6, 8, 10, 12, 14, 0]);
  });

  it('keep every weight at its place, for any shape and any float32, whatever was there before', () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(8, 16, 32, 64));
    const layer = shape.chain(([n, k, strip]) => fc.tuple(fc.constant(n), fc.constant(k), fc.constant(strip), fc.float32Array({ minLength: n * k, maxLength: n * k })));
    fc.assert(
      fc.property(layer, ([n, k, strip, weight]) => {
        const old = new Float32Array(Math.ceil(n / strip) * strip * k).fill(NaN);
        const data = packStrips(weight, n, k, strip, old);
        expect(data).toBe(old);
        expect(data).toEqual(packStrips(weight, n, k, strip));
        const unpacked = weight.map((_, i) => {
          const output = Math.floor(i / k);
          return data[(Math.floor(output / strip) * k + (i % k)) * strip + (output % strip)]!;
        });
        expect(unpacked.every((value, i) => Object.is(value, weight[i]))).toBe(true);
      }),
    );
  });
});
