import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/portable-normal.json';
import { Mt19937 } from './mt19937';
import { portableLog, PortableNormal } from './portable-normal';

function draw(seed: number, count: number): Float64Array {
  const normal = new PortableNormal(new Mt19937(seed));
  return Float64Array.from({ length: count }, () => normal.next());
}

describe('PortableNormal', () => {
  for (const { seed, count, first, sha256 } of fixture.cases) {
    it(`draws the same bits as the Python version from seed ${seed}`, () => {
      const values = draw(seed, count);
      const bits = new BigUint64Array(values.buffer);
      expect([...bits.slice(0, 4)].map((b) => b.toString(16).padStart(16, '0'))).toEqual(first);
      expect(createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex')).toBe(sha256);
    });
  }

  it('has the moments and the tails of the normal distribution', () => {
    const values = draw(3, 400_000);
    const moment = (power: number): number => values.reduce((sum, z) => sum + z ** power, 0) / values.length;
    // Five standard errors of each: √(1, 2, 15, 96) / √400000.
    expect(Math.abs(moment(1))).toBeLessThan(0.008);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.012);
    expect(Math.abs(moment(3))).toBeLessThan(0.031);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.078);
    const beyond = (z: number): number => values.filter((value) => Math.abs(value) > z).length / values.length;
    expect(Math.abs(beyond(1) - 0.3173)).toBeLessThan(0.004);
    expect(Math.abs(beyond(3) - 0.0027)).toBeLessThan(0.0005);
  });
});

describe('portableLog', () => {
  it('is the natural logarithm to a few units of the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -62, max: 1, maxExcluded: true, noNaN: true }), (s) => {
        const exact = Math.log(s);
        expect(Math.abs(portableLog(s) - exact)).toBeLessThanOrEqual(8 * Number.EPSILON * Math.abs(exact));
      }),
      { numRuns: 2000 },
    );
  });
});
