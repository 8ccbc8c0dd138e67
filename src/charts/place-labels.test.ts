import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels';

describe('placeLabels', () => {
  it('leaves labels that do not touch where they belong', () => {
    expect(placeLabels([100, 10, 50], 17, 0, 200)).toEqual([100, 10, 50]);
  });
  it('moves labels that touch apart, each as far', () => {
    expect(placeLabels([50, 52], 10, 0, 200)).toEqual([46, 56]);
  });
  it('keeps a distance and the order, and stays inside where all fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 12 }), (wanted) => {
        const placed = placeLabels(wanted, 17, 0, 300);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        order.forEach((label, i) => {
          expect(placed[label]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[label]).toBeLessThanOrEqual(300 + 1e-9);
          if (i > 0) expect(placed[label]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(17 - 1e-9);
        });
      }),
    );
  });
});
