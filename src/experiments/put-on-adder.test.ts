import { describe, expect, it } from 'vitest';
import type { NumberFormat } from '../linear/layer';
import type { AdderName } from '../numerics/group-sizes';
import { writtenMethod } from '../testing/chosen-schedule';
import type { WrittenMethod } from './method-spec';
import { canStandOnAdder, formatFor, putOnAdder } from './put-on-adder';

function put(text: string, adder: AdderName | null, format: NumberFormat = 'bfloat16'): WrittenMethod | null {
  return putOnAdder(writtenMethod(text), adder, format);
}

describe('a method on another adder', () => {
  it.each([
    ['sequential', 'h100', 'sequential(h100)'],
    ['split(3)', 'a100', 'split(3,a100)'],
    ['blocked(192,h100)', 'b200', 'blocked(192,b200)'],
    ['blocked(128,h100-fp8)', null, 'blocked(128)'],
    ['{0..31}*16,b@h100', 'a100', '{0..31}*8,b@a100'],
    ['lanes(4)', null, 'lanes(4)'],
  ] as const)('%s on %s is %s', (text, adder, moved) => {
    expect(put(text, adder)).toEqual(writtenMethod(moved));
  });

  it.each(['lanes(4)', 'reverse', 'pairwise(8)', 'kahan', '0..7,b'])('%s can’t be on one', (text) => {
    expect(put(text, 'h100')).toBeNull();
    expect(canStandOnAdder(writtenMethod(text))).toBe(false);
  });

  it('written with groups can’t be without one', () => {
    expect(put('{0..31}*16@h100', null)).toBeNull();
    expect(canStandOnAdder(writtenMethod('{0..31}*16@h100'))).toBe(true);
  });
});

describe('the format for some methods', () => {
  const fit = (texts: readonly string[], format: NumberFormat): NumberFormat => formatFor(texts.map(writtenMethod), format);

  it('stays if all can add it up, and is the most usual that they can otherwise', () => {
    expect(fit(['sequential', 'kahan'], 'float64')).toBe('float64');
    expect(fit(['sequential(h100)', 'lanes(4)'], 'float32')).toBe('float32');
    expect(fit(['sequential(h100)'], 'float64')).toBe('bfloat16');
    expect(fit(['sequential(v100)'], 'bfloat16')).toBe('float16');
    expect(fit(['blocked(128,h100-fp8)'], 'bfloat16')).toBe('float8_e4m3');
    expect(fit(['{0..63}*16@h100'], 'tf32')).toBe('bfloat16');
  });

  it('stays if there is none for all', () => {
    expect(fit(['sequential(h100)', 'sequential(h100-fp8)'], 'float32')).toBe('float32');
  });
});
