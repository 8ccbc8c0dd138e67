import { describe, expect, it } from 'vitest';
import { parseWrittenOrder } from '../../orders/written-order';
import type { Animation } from './animation-of-order';
import { animationOf } from './animation-of-order';
import { animationText, joinsText, shapeText, stepText } from './animation-words';

function animation(text: string): Animation {
  const order = parseWrittenOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return animationOf(order.value);
}

describe('animationText', () => {
  it.each([
    ['0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b', '4 partial sums side by side, 4 products per step, after the first 4 on their own: 195 steps for 768 products.'],
    ['*0..191 + b + (*192..383) + (*384..575) + (*576..767)', '4 blocks along K, of 192 products, one product after another in each.'],
    ['*0..319 + b + (*320..543) + (*544..767)', '3 blocks along K, of 320, 224 and 224 products, one product after another in each.'],
    ['*0..10:2 + (*1..11:2) + b + (*12..22:2 + (*13..23:2))', '2 blocks along K, of 12 products, each in 2 partial sums side by side.'],
    ['{0..767}*16 + b @ h100', 'One partial sum takes all 768 products, 16 at a time.'],
    ['{0..31}*16 + ({32..63}*16) @ h100', '2 blocks along K, of 32 products, 16 products at a time in each.'],
    ['0..3 + b', 'One partial sum takes all 4 products, one after another.'],
  ])('says what %s is', (order, expected) => expect(animationText(animation(order))).toBe(expected));
});

describe('stepText', () => {
  const lanes = animation('0 + 2 + (1 + 3) + b');
  it.each([
    [0, 'Nothing added yet.'],
    [1, '2 products at once: 0 → s0, 1 → s1.'],
    [3, 's1 is added to s0.'],
    [4, 'The bias is added to s0. That is the result, after 4 steps.'],
    [99, 'The bias is added to s0. That is the result, after 4 steps.'],
  ])('says what step %i did', (done, expected) => expect(stepText(lanes, done)).toBe(expected));

  it('names the bias where a block takes it', () => {
    expect(stepText(animation('0..3 + b + (4..7)'), 5)).toBe('The bias → s0.');
  });

  it('names all products of a group', () => {
    expect(stepText(animation('{0..7}*4 @ v100'), 2)).toBe('Products 4, 5, 6 and 7 → s0. That is the result, after 2 steps.');
  });

  it('counts what goes into many partial sums', () => {
    expect(stepText(animation('0..56:8 + (1..57:8) + (2..58:8) + (3..59:8) + (4..60:8) + (5..61:8) + (6..62:8) + (7..63:8)'), 1)).toBe('8 products at once, into 8 partial sums.');
  });
});

describe('shapeText and joinsText', () => {
  it.each([
    ['0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b', '4 partial sums side by side', 'Of 4 partial sums, s1 is added to s0, then s3 to s2, then s2 to s0, then the bias to s0.'],
    ['*0..191 + b + (*192..383) + (*384..575) + (*576..767)', '4 blocks one after another', 'Of 4 partial sums, s1 is added to s0, then s2 to s0, then s3 to s0.'],
    ['0..3 + b', 'one partial sum', 'One partial sum, which nothing joins.'],
  ])('say what %s is', (order, shape, joins) => {
    expect(shapeText(animation(order))).toBe(shape);
    expect(joinsText(animation(order))).toBe(joins);
  });
});
