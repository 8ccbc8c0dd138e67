import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countAt, exponentOf } from './power-of-two';

it('an exponent leads back to its count', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 20 }), (count) => countAt(exponentOf(count)) === count));
  for (let power = 0; power <= 20; power++) expect(exponentOf(2 ** power)).toBe(power);
});
