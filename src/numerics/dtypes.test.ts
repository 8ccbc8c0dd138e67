import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBits } from './float32';
import type { Dtype } from './dtypes';
import { DTYPES } from './dtype-names';
import { dtypeBits, roundToDtype, spacingAt, stepsBetween, UNIT_ROUNDOFFS } from './dtypes';

const dtype = fc.constantFrom(...DTYPES);
const LEAST: Readonly<Record<Dtype, number>> = { float16: 2 ** -24, bfloat16: 2 ** -133, float32: 2 ** -149, float64: 2 ** -1074 };
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -60_000, max: 60_000 });

describe('the types of tensors', () => {
  it('have 2u between 1 and the next number', () => {
    for (const name of DTYPES) {
      expect(spacingAt(name, 1)).toBe(2 * UNIT_ROUNDOFFS[name]);
      expect(spacingAt(name, 1.5)).toBe(2 * UNIT_ROUNDOFFS[name]);
      expect(spacingAt(name, 2)).toBe(4 * UNIT_ROUNDOFFS[name]);
      expect(spacingAt(name, 0)).toBe(LEAST[name]);
    }
  });

  it('have their next number one spacing away from zero, one step on', () => {
    fc.assert(
      fc.property(dtype, number, (name, x) => {
        const a = roundToDtype(name, x);
        const outward = a < 0 ? -1 : 1;
        const next = a + outward * spacingAt(name, a);
        expect(roundToDtype(name, next)).toBe(next);
        expect(roundToDtype(name, a + outward * spacingAt(name, a) * 0.25) - a).toBe(0);
        expect(stepsBetween(name, a, next)).toBe(outward);
      }),
    );
  });

  it('have the bits of IEEE 754: of 16, every number comes back', () => {
    for (let bits = 0; bits < 2 ** 16; bits++) {
      const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
      const size = exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction === 0 ? Infinity : NaN) : (1024 + fraction) * 2 ** (exponent - 25);
      if (!Number.isNaN(size)) expect(dtypeBits('float16', bits >> 15 === 0 ? size : -size)).toBe(bits);
      const long = fromBits(bits * 2 ** 16);
      if (!Number.isNaN(long)) expect(dtypeBits('bfloat16', long)).toBe(bits);
    }
    expect(dtypeBits('float32', -1.5)).toBe(0xbfc00000);
  });

  it('count steps across zero, and to infinity as to one more number', () => {
    for (const name of DTYPES) expect(stepsBetween(name, -LEAST[name], LEAST[name])).toBe(2);
    expect(stepsBetween('float16', 65504, Infinity)).toBe(1);
    expect(stepsBetween('float16', -0, 0)).toBe(0);
    expect(stepsBetween('bfloat16', NaN, NaN)).toBe(0);
    expect(stepsBetween('float16', NaN, 1)).toBeNaN();
    // From 0 to infinity there are 31 · 1024 steps.
    expect(stepsBetween('float16', 0, Infinity)).toBe(31 * 1024);
  });
});
