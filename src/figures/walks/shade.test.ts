import { describe, expect, it } from 'vitest';
import { shadeOf } from './shade';

describe('shadeOf', () => {
  it.each([2, 3, 4, 8, 16])('gives %i partial sums as many shades, neighbours at least a third of the range apart', (count) => {
    const shades = Array.from({ length: count }, (_, place) => shadeOf(place, count));
    expect(new Set(shades).size).toBe(count);
    expect(Math.max(...shades)).toBe(1);
    shades.slice(1).forEach((shade, i) => expect(Math.abs(shade - shades[i]!)).toBeGreaterThan(0.7 / 3));
  });

  it('leaves a single sum its order’s colour', () => {
    expect(shadeOf(0, 1)).toBe(1);
  });
});
