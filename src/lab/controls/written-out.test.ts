import { describe, expect, it } from 'vitest';
import type { MethodSpec } from '../../experiments/method-spec';
import { misfit } from '../../orders/misfit';
import { printOrder } from '../../orders/print-order';
import { writtenOut } from './written-out';

const METHODS: readonly MethodSpec[] = [
  { kind: 'other', name: 'kahan' },
  { kind: 'family', family: { name: 'shuffled', seed: 1 }, fused: false, bias: 'last' },
  { kind: 'family', family: { name: 'lanes', lanes: 4, combine: 'in-order' }, fused: true, bias: 'last' },
];

describe('an order that is written out', () => {
  it.each([1, 2, 3, 16, 20, 128, 150, 1024, 4096])('fits K = %i, whatever it was made from', (K) => {
    for (const method of METHODS) for (const hasBias of [true, false]) expect(misfit(writtenOut(method, K, hasBias), K, hasBias)).toBeNull();
  });

  it('is one product after the other where there is no tree to write, or too long a one', () => {
    expect(printOrder(writtenOut(METHODS[0]!, 16, true))).toBe('0..15 + b');
    expect(printOrder(writtenOut(METHODS[0]!, 128, false))).toBe('0..127');
    expect(printOrder(writtenOut(METHODS[1]!, 4096, false))).toBe('0..4095');
    expect(printOrder(writtenOut(METHODS[2]!, 8, true))).toBe('0 + *4 + (1 + *5) + (2 + *6) + (3 + *7) + b');
  });
});
