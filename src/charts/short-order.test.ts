import { expect, it } from 'vitest';
import { shortOrder } from './short-order';

it('leaves a short order as it is, and cuts a long one between its terms', () => {
  expect(shortOrder('*0..319 + b')).toBe('*0..319 + b');
  expect(shortOrder('*0..319 + (*320..543) + (*544..767) + b', 24)).toBe('*0..319 + (*320..543) + …');
});
