import { describe, expect, it } from 'vitest';
import { differingBits, floatBits } from './float-bits';

describe('floatBits', () => {
  it('takes a float32 apart', () => {
    expect(floatBits(-1.5)).toEqual({ bits: '1' + '01111111' + '1' + '0'.repeat(22), hex: '0xbfc00000', words: `sign minus, exponent 2 to the 0, significand 1${'0'.repeat(22)}` });
    expect(floatBits(-1.5, 'bfloat16')).toEqual({ bits: '1' + '01111111' + '1000000', hex: '0xbfc0', words: 'sign minus, exponent 2 to the 0, significand 1000000' });
    expect(floatBits(-1.5, 'float16')).toEqual({ bits: '1' + '01111' + '1000000000', hex: '0xbe00', words: 'sign minus, exponent 2 to the 0, significand 1000000000' });
    expect(floatBits(0).words).toContain('zero or subnormal');
    expect(floatBits(Infinity).words).toContain('infinity');
  });
});

describe('differingBits', () => {
  it('names the places that differ, from the sign', () => {
    expect(differingBits(1, -1)).toEqual([0]);
    expect(differingBits(1, Math.fround(1 + 2 ** -23))).toEqual([31]);
    expect(differingBits(0.5, 0.5)).toEqual([]);
  });
});
