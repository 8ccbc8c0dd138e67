import { describe, expect, it } from 'vitest';
import { comparePasted, pastedLayer } from './compared-pair';
import type { PastedArray } from './pasted-array';
import { parsePrintout } from '../testing/parse-printout';

function read(text: string): PastedArray {
  const parsed = parsePrintout(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value[0];
}

function problem(first: string, second: string): string {
  const pair = comparePasted(read(first), read(second), null);
  return pair.ok ? '' : pair.error.message;
}

describe('two printouts side by side', () => {
  it('need the same numbers of numbers; a batch of one row is that row', () => {
    expect(problem('[1, 2, 3]', '[1, 2]')).toMatch(/\(3\).*\(2\)/);
    expect(problem('[[1, 2], [3, 4]]', '[1, 2, 3, 4]')).toMatch(/2 × 2.*\(4\)/);
    expect(problem('[[1, 2]]', '[1, 2]')).toBe('');
    expect(problem('[[1, 2], [3, 4]]', '1\n2\n3\n4')).toBe('');
    expect(problem('1\n2', '1')).toMatch(/2 numbers, the second 1/);
  });

  it('keep the slack that rounded printouts leave, and none where the digits name one number', () => {
    const rounded = comparePasted(read('tensor([0.1000, 0.2000])'), read('tensor([0.1001, 0.2000])'), null);
    expect(rounded.ok && [...rounded.value.slack]).toEqual([1e-4, 1e-4]);
    const full = comparePasted(read('[0.10000000149011612]'), read('tensor([0.100000001])'), null);
    expect(full.ok && full.value).toMatchObject({ dtype: 'float32', slack: Float64Array.of(0), actual: Float64Array.of(Math.fround(0.1)), expected: Float64Array.of(Math.fround(0.1)) });
    // A bfloat16 near 1 needs only four decimals.
    const short = comparePasted(read('tensor([1.0078], dtype=torch.bfloat16)'), read('tensor([1.0000], dtype=torch.bfloat16)'), null);
    expect(short.ok && [short.value.actual[0], short.value.slack[0]]).toEqual([1 + 2 ** -7, 0]);
  });

  it('have the narrower type of two, unless the reader says otherwise', () => {
    const [half, double] = [read('array([0.5], dtype=float16)'), read('array([0.5])')];
    const named = comparePasted(half, double, null);
    expect(named.ok && named.value.dtype).toBe('float16');
    const reference = comparePasted(read('array([0.3333], dtype=float16)'), read('[0.3333333333333333]'), null);
    expect(reference.ok && [reference.value.dtype, reference.value.expected[0]]).toEqual(['float16', 1 / 3]);
    const said = comparePasted(half, double, 'float64');
    expect(said.ok && said.value.dtype).toBe('float64');
  });
});

describe('x, W and b', () => {
  const x = read('[[1, -2, 3], [0, 1, 0]]');
  const weight = read('[[1, 1, 1], [2, 0, -2]]');

  it('make a layer of K, N and rows, with b where it is given', () => {
    const layer = pastedLayer(x, weight, read('[0.5, 1]'), 4);
    expect(layer.ok && layer.value).toEqual({ inFeatures: 3, outFeatures: 2, rows: 2, x: Float32Array.of(1, -2, 3, 0, 1, 0), weight: Float32Array.of(1, 1, 1, 2, 0, -2), bias: Float32Array.of(0.5, 1) });
  });

  it('may have W turned, where only that fits', () => {
    const turned = pastedLayer(x, read('[[1, 2], [1, 0], [1, -2]]'), undefined, 4);
    expect(turned.ok && [...turned.value.weight]).toEqual([1, 1, 1, 2, 0, -2]);
    const dot = pastedLayer(read('[1, 2, 3]'), read('[4, 5, 6]'), undefined, 1);
    expect(dot.ok && dot.value).toMatchObject({ inFeatures: 3, rows: 1, outFeatures: 1 });
  });

  it('are refused in a sentence where they make other outputs', () => {
    const few = pastedLayer(x, weight, undefined, 5);
    expect(!few.ok && few.error.message).toBe('2 rows of x and 2 rows of W make 4 outputs; 5 were given.');
    const odd = pastedLayer(x, read('[1, 2]'), undefined, 1);
    expect(!odd.ok && odd.error.message).toMatch(/not a multiple/);
    const wide = pastedLayer(x, weight, read('[1]'), 4);
    expect(!wide.ok && wide.error.message).toBe('W has 2 rows, so b has as many numbers; 1 were given.');
  });
});
