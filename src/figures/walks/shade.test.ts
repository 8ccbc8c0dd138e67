import { describe, expect, it } from 'vitest';
import { shadeOf } from './shade';

const percent = (place: number, count: number): number => Number(/(\d+)%/.exec(shadeOf(place, count))?.[1] ?? 100);

describe('shadeOf', () => {
  it.each([2, 3, 4, 8, 16])('gives %i partial sums as many shades, neighbours at least a third of the range apart', (count) => {
    const shades = Array.from({ length: count }, (_, place) => percent(place, count));
    expect(new Set(shades).size).toBe(count);
    expect(Math.max(...shades)).toBe(100);
    shades.slice(1).forEach((shade, i) => expect(Math.abs(shade - shades[i]!)).toBeGreaterThan(70 / 3));
  });

  it('leaves a single sum its order’s colour', () => {
    expect(shadeOf(0, 1)).toBe('var(--walk)');
  });
});
