import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedValue, sliderTrack } from './slider-scale';

describe('sliderTrack', () => {
  it('moves a linear slider in its own values', () => {
    const track = sliderTrack(0, 1, 0.01, 'linear');
    expect([track.min, track.max, track.step, track.toValue(0.5)]).toEqual([0, 1, 0.01, 0.5]);
  });
  it('reaches both ends of a logarithmic slider, and powers of two between', () => {
    const track = sliderTrack(1, 4096, 1, 'log');
    expect(track.toValue(track.min)).toBe(1);
    expect(track.toValue(track.max)).toBe(4096);
    expect(track.toValue(track.toPosition(64))).toBe(64);
  });
  it('stays in range and on whole steps wherever the thumb is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 960 }), (position) => {
        const value = sliderTrack(1, 1024, 1, 'log').toValue(position);
        expect(Number.isInteger(value) && value >= 1 && value <= 1024).toBe(true);
      }),
    );
  });
});

describe('keyedValue', () => {
  it('steps by one where values are small, and doubles by Page keys', () => {
    expect(keyedValue(4, 'ArrowRight', 1, 4096, 1)).toBe(5);
    expect(keyedValue(768, 'ArrowLeft', 1, 4096, 1)).toBe(720);
    expect(keyedValue(768, 'PageUp', 1, 4096, 1)).toBe(1536);
    expect(keyedValue(4000, 'PageUp', 1, 4096, 1)).toBe(4096);
    expect(keyedValue(4, 'Home', 1, 4096, 1)).toBeNull();
  });
});
