import { describe, expect, it } from 'vitest';
import { roundToFactor } from '../numerics/float8';
import { roundToBfloat16, roundToFloat16 } from '../numerics/formats';
import { makeLayer } from './make-layer';
import { roundLayer } from './round-layer';

const layer = makeLayer({ kind: 'normal', seed: 1 }, { inFeatures: 33, outFeatures: 9, rows: 2, bias: true });

describe('roundLayer', () => {
  it('leaves float32 and float64 layers alone', () => {
    expect(roundLayer(layer, 'float32')).toBe(layer);
    expect(roundLayer(layer, 'float64')).toBe(layer);
  });

  /** What b is rounded to. */
  const BIAS = { tf32: (b: number) => b, bfloat16: roundToBfloat16, float16: roundToFloat16, float8_e4m3: roundToBfloat16, float8_e5m2: roundToBfloat16 };

  for (const format of ['tf32', 'bfloat16', 'float16', 'float8_e4m3', 'float8_e5m2'] as const) {
    it(`rounds x and W to ${format}, and b as the libraries do, once`, () => {
      const rounded = roundLayer(layer, format);
      expect(rounded.weight).toEqual(layer.weight.map((w) => roundToFactor(format, w)));
      expect(rounded.weight).not.toEqual(layer.weight);
      expect(rounded.bias).toEqual(layer.bias?.map(BIAS[format]));
      expect(roundLayer(rounded, format)).toEqual(rounded);
      expect(rounded).toMatchObject({ inFeatures: 33, outFeatures: 9, rows: 2 });
    });
  }

  it('keeps a missing bias missing', () => {
    expect(roundLayer({ ...layer, bias: null }, 'bfloat16').bias).toBeNull();
  });
});
