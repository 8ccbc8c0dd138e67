import { describe, expect, it } from 'vitest';
import { Mt19937 } from './mt19937';

describe('Mt19937', () => {
  it('draws the 10000th value that the C++ standard requires of mt19937', () => {
    // ISO/IEC 14882, [rand.predef]: the 10000th call of a default-constructed mt19937 (seed 5489) gives 4123659995.
    const generator = new Mt19937(5489);
    expect(generator.nextUint32()).toBe(3499211612);
    for (let i = 2; i < 10000; i++) generator.nextUint32();
    expect(generator.nextUint32()).toBe(4123659995);
  });

  it('takes every 32-bit seed, as NumPy does', () => {
    // np.random.RandomState(seed)._bit_generator.random_raw()
    const firsts = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1].map((seed) => new Mt19937(seed).nextUint32());
    expect(firsts).toEqual([2357136044, 1791095845, 1689602031, 652847386, 419326371]);
  });

  it('draws floats of 24 bits in [0, 1), which are float32 values', () => {
    const generator = new Mt19937(72);
    for (let i = 0; i < 5000; i++) {
      const value = generator.nextFloat24();
      expect(Object.is(Math.fround(value), value) && value >= 0 && value < 1).toBe(true);
    }
  });
});
