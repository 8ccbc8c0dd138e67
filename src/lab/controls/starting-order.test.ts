import { describe, expect, it } from 'vitest';
import type { MethodSpec } from '../../experiments/method-spec';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import { printWrittenOrder } from '../../orders/print-order';
import { startingOrder } from './starting-order';

const KAHAN: MethodSpec = { kind: 'other', name: 'kahan' };
const family = (family: Extract<MethodSpec, { kind: 'family' }>['family']): MethodSpec => ({ kind: 'family', family, fused: false, bias: 'last' });

describe('the order that a reader starts to write from', () => {
  it.each([
    [1, '0'],
    [2, '0 + 1'],
    [11, '0..10'],
    [16, '0..15'],
    [128, '0..127'],
    [1024, '0..1023'],
  ])('is the %i products in turn where the method is not a tree', (products, text) => {
    expect(printOrder(startingOrder(KAHAN, products, false, 'float32'))).toBe(text);
    expect(printOrder(startingOrder(KAHAN, products, true, 'float32'))).toBe(`${text} + b`);
  });

  it('is the method’s own tree where it has one that can be read', () => {
    expect(printOrder(startingOrder(family({ name: 'blocked', size: 8 }), 16, true, 'float32'))).toBe('0..7 + (8..15) + b');
    expect(printWrittenOrder(startingOrder(family({ name: 'split', parts: 2, adder: 'h100' }), 64, true, 'bfloat16'))).toBe('{0..31}*16 + ({32..63}*16) + b @ h100');
    expect(printOrder(startingOrder(family({ name: 'shuffled', seed: 1 }), 4096, false, 'float32'))).toBe('0..4095');
  });

  it('fits the layer that it is written for', () => {
    for (let products = 1; products <= 220; products++) {
      for (const bias of [false, true]) {
        const order = startingOrder(KAHAN, products, bias, 'float32');
        expect(parseOrder(printOrder(order), { products, bias })).toEqual({ ok: true, value: order });
      }
    }
  });
});
