import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/network.json';
import { activate, gelu, portableExp } from './activation';

describe('portableExp', () => {
  it('is within some units in the last place of the engine’s own exp', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (t) => {
        expect(Math.abs(portableExp(t) / Math.exp(t) - 1)).toBeLessThan(3e-15);
      }),
    );
    expect([portableExp(0), portableExp(-800), portableExp(800), portableExp(NaN)]).toEqual([1, 0, Infinity, NaN]);
  });
});

describe('gelu', () => {
  it('has the bits of the same formula in Python', () => {
    for (const { x, value } of fixture.gelu) expect(gelu(x)).toBe(value);
  });

  it('is PyTorch’s tanh approximation', () => {
    for (const { x, value } of fixture.torchGelu) expect(Math.abs(gelu(x) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  });

  it('lets large values through and stops small ones, without NaN', () => {
    expect([gelu(100), gelu(1e30), gelu(-100)]).toEqual([100, 1e30, -0]);
    expect([activate('relu', -2), activate('relu', 3), activate('none', -2)]).toEqual([0, 3, -2]);
  });
});
