import { expect, it } from 'vitest';
import { makeLayer } from '../linear/make-layer';
import { roundLayer } from '../linear/round-layer';
import { BUGS } from './bugs.fixture';
import { resultOf, tenFamilies } from './judge-data.fixture';
import { shortInputFit } from './short-input-fit';

const layer = makeLayer({ kind: 'normal', seed: 6 }, { inFeatures: 96, outFeatures: 80, rows: 1, bias: true });
const order = tenFamilies(96, true)[5]!;

it('names the format and the inputs that were rounded to it', () => {
  // b is added in float32.
  const short = (format: 'tf32' | 'bfloat16') => shortInputFit(layer, resultOf({ ...roundLayer(layer, format), bias: layer.bias }, order));
  expect(short('tf32')).toMatchObject({ format: 'tf32', rounding: 'nearest', inputs: 'both' });
  expect(short('bfloat16')).toMatchObject({ format: 'bfloat16', inputs: 'both' });
  expect(shortInputFit(layer, BUGS['x and W cut to TF32']!(layer, order))).toMatchObject({ format: 'tf32', rounding: 'cut', inputs: 'both' });
  expect(shortInputFit(layer, BUGS['weights in bfloat16']!(layer, order))).toMatchObject({ format: 'bfloat16', inputs: 'weight' });
});

it('has nothing to say of orders and of other bugs', () => {
  for (const each of tenFamilies(96, true)) expect(shortInputFit(layer, resultOf(layer, each))).toBeNull();
  for (const name of ['bias twice', 'last product dropped', 'weights in eight bits']) expect(shortInputFit(layer, BUGS[name]!(layer, order))).toBeNull();
});
