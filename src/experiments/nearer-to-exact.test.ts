import { expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import { FROUND } from '../linear/fround-engine';
import { roundLayer } from '../linear/round-layer';
import { makeFamily } from '../orders/families';
import { resultOf } from './judge-data.fixture';
import { nearerToExact } from './nearer-to-exact';

it('finds the side that was computed from shorter inputs to be farther, everywhere', () => {
  const layer = makeLayer({ kind: 'normal', seed: 4 }, { inFeatures: 64, outFeatures: 16, rows: 1, bias: true });
  const order = makeFamily({ name: 'pairwise', base: 8 }, 64, { fused: false, bias: 'last' });
  const right = resultOf(layer, order);
  const short = resultOf(roundLayer(layer, 'tf32'), order);
  const absSum = FROUND.pack(layer.weight, 16, 64).sizes(layer.x, 0, layer.bias);
  const scale = { kind: 'exact', absSum } as const;
  expect(nearerToExact(layer, right, short, scale)).toMatchObject({ actual: 16, expected: 0, even: 0 });
  const { expected, errors } = nearerToExact(layer, short, right, scale);
  expect(expected).toBe(16);
  expect(errors.actual.median).toBeGreaterThan(100 * errors.expected.median);
  expect(nearerToExact(layer, right, right, scale).even).toBe(16);
});
