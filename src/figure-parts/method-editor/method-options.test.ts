import { describe, expect, test } from 'vitest';
import { parseOrder } from '../../orders/parse-order';
import { ALL_OPTIONS, methodNamed, methodParts } from './method-options';

describe('methods as controls', () => {
  test('every name in the list stands for a method that is taken apart into the same name', () => {
    for (const { value } of ALL_OPTIONS) if (value !== 'notation') expect(methodParts(methodNamed(value)).name).toBe(value);
  });

  test('a parameter is kept', () => {
    const method = { kind: 'family', family: { name: 'lanes', lanes: 16, combine: 'pairwise' } } as const;
    expect(methodParts(method)).toEqual({ name: 'lanes-pairwise', adder: null, parameter: { label: 'lanes', value: 16, min: 1 } });
    expect(methodNamed('lanes-pairwise', 16)).toEqual(method);
  });

  test('an adder is kept', () => {
    const method = { kind: 'family', family: { name: 'blocked', size: 128, adder: 'h100-fp8' } } as const;
    expect(methodParts(method)).toMatchObject({ name: 'promoted', adder: 'h100-fp8' });
    expect(methodNamed('promoted')).toEqual(method);
    expect(methodNamed('split-k', 2, 'a100')).toEqual({ kind: 'family', family: { name: 'split', parts: 2, adder: 'a100' } });
    expect(methodNamed('split', 2, 'a100')).toEqual({ kind: 'family', family: { name: 'split', parts: 2 } });
  });

  test('what is no family and no sum by name is written in the notation', () => {
    const order = parseOrder('0..3,b');
    expect(order.ok && methodParts({ kind: 'notation', order: order.value })).toEqual({ name: 'notation', adder: null, parameter: null });
  });
});
