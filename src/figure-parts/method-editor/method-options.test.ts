import { describe, expect, test } from 'vitest';
import { ALL_OPTIONS, methodParts, methodTextOf } from './method-options';

describe('methods as controls', () => {
  test('every name in the list stands for a text that is taken apart into the same name', () => {
    for (const { value } of ALL_OPTIONS) if (value !== 'notation') expect(methodParts(methodTextOf(value)).name).toBe(value);
  });

  test('a parameter is kept', () => {
    expect(methodParts('lanes(16,pairwise)')).toEqual({ name: 'lanes-pairwise', parameter: { label: 'lanes', value: 16, min: 1 } });
    expect(methodTextOf('lanes-pairwise', 16)).toBe('lanes(16,pairwise)');
  });

  test('what is no family and no sum by name is written in the notation', () => {
    expect(methodParts('0..3,b')).toEqual({ name: 'notation', parameter: null });
  });
});
