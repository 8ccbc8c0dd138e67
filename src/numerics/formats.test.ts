import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/formats.json';
import { bitsOf, fromBits } from './float32';
import { roundTo, roundToBfloat16, roundToFloat16, roundToTf32, type ShortFormat } from './formats';

const hashes = fixture.hashes as [ShortFormat, number, string][];
const samples = fixture.samples as [ShortFormat, string, string][];
const doubles = fixture.doubles as [string, string][];

function hashOf(format: ShortFormat, low: number): string {
  const view = new DataView(new ArrayBuffer(65536 * 4));
  for (let high = 0; high < 65536; high++) {
    const tail = low < 0 ? (high * 40503) % 65536 : low;
    const rounded = roundTo(format, fromBits(((high << 16) | tail) >>> 0));
    view.setUint32(4 * high, Number.isNaN(rounded) ? 0x7fc00000 : bitsOf(rounded));
  }
  return createHash('sha256').update(view).digest('hex');
}

describe('rounding to short formats', () => {
  it.each(['bfloat16', 'float16', 'tf32'] as const)('gives the fixture bits for %s', (format) => {
    const wrong = samples
      .filter(([name]) => name === format)
      .filter(([, from, to]) => bitsOf(roundTo(format, fromBits(parseInt(from, 16)))) !== parseInt(to, 16));
    expect(wrong).toEqual([]);
  });

  it.each(hashes)('gives the fixture bits of %s for all 65536 high halves, low half %i', (format, low, hash) => {
    expect(hashOf(format, low)).toBe(hash);
  });

  it('rounds a double once, not by way of float32', () => {
    const view = new DataView(new ArrayBuffer(8));
    const read = (hex: string): number => {
      view.setBigUint64(0, BigInt(`0x${hex}`));
      return view.getFloat64(0);
    };
    const differing = doubles.filter(([from, to]) => bitsOf(roundToFloat16(read(from))) !== parseInt(to, 16));
    expect(differing).toEqual([]);
    expect(doubles.some(([from, to]) => bitsOf(roundToFloat16(Math.fround(read(from)))) !== parseInt(to, 16))).toBe(true);
    expect(roundToBfloat16(1 + 2 ** -8 + 2 ** -40)).toBe(1 + 2 ** -7);
    expect(roundToTf32(1 + 2 ** -11 - 2 ** -40)).toBe(1);
  });

  it('is idempotent, odd and monotone', () => {
    const format = fc.constantFrom<ShortFormat>('bfloat16', 'float16', 'tf32');
    const number = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits);
    fc.assert(fc.property(format, number, (f, x) => Object.is(roundTo(f, roundTo(f, x)), roundTo(f, x))));
    fc.assert(fc.property(format, number, (f, x) => Object.is(roundTo(f, -x), -roundTo(f, x))));
    fc.assert(fc.property(format, number, number, (f, x, y) => !(x <= y) || roundTo(f, x) <= roundTo(f, y)));
  });

  it('overflows and underflows at the midpoints', () => {
    expect(roundToFloat16(65519.99)).toBe(65504);
    expect(roundToFloat16(65520)).toBe(Infinity);
    expect(roundToFloat16(-65520)).toBe(-Infinity);
    expect(roundToFloat16(2 ** -25)).toBe(0);
    expect(roundToFloat16(2 ** -25 + 2 ** -60)).toBe(2 ** -24);
    expect(Object.is(roundToFloat16(-(2 ** -26)), -0)).toBe(true);
    expect(roundToBfloat16((2 - 2 ** -8) * 2 ** 127)).toBe(Infinity);
    expect(roundToBfloat16(2 ** -133)).toBe(2 ** -133);
    expect(roundToTf32((2 - 2 ** -11) * 2 ** 127)).toBe(Infinity);
    expect(roundToTf32(2 ** -136)).toBe(2 ** -136);
    expect(roundToTf32(1e300)).toBe(Infinity);
    expect(roundToTf32(5e-324)).toBe(0);
  });
});
