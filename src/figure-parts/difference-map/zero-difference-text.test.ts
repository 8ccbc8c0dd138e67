import { expect, it } from 'vitest';
import { zeroDifferenceText } from './zero-difference-text';

it('does not call zeros of both signs bit-equal', () => {
  expect(zeroDifferenceText(0, -0, 'batch 1')).toBe('differs from batch 1 only in the sign of zero');
  expect(zeroDifferenceText(-0, -0, 'batch 1')).toBe('bit-equal to batch 1');
});
