import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryRecording } from '../../experiments/gallery-recording.fixture';
import { makeLayer } from '../../linear/make-layer';
import { exactDot } from '../../numerics/exact-dot';
import type { Order } from '../../orders/order';
import { parseOrder } from '../../orders/parse-order';
import { arbitraryTree, bracketed, evaluate } from '../../testing/arbitrary-tree';
import { gpuRecording } from '../../testing/gpu-recording';
import { animatedLayers, animationPair } from './animation-choices';
import { animationOf } from './animation-of-order';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { firstValues } from '../../share/setting-table';
import { toldWhilePlaying } from './use-animation-playback';
import { walkOf } from './walk';
import { lostSoFar, SEED, walkNumbers } from './walk-numbers';
import { walksFinding } from './walks-finding';

function parsed(text: string): Order {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

const FIRST = firstValues(FIGURE_SETTINGS.walks);

function pairOf(name: string, recording = galleryRecording(name)) {
  return animationPair(animatedLayers([{ name, recording }]), FIRST)!;
}

describe('a walk with numbers', () => {
  it('ends in the order’s own sum, and has thrown away what that lacks', () => {
    fc.assert(
      fc.property(arbitraryTree(), ({ tree, products, bias }) => {
        const order = parsed(bracketed(tree));
        const animation = animationOf(order);
        const numbers = walkNumbers(order, animation, 'float32');
        const layer = makeLayer({ kind: 'torch', seed: SEED, uniform: 'separate' }, { inFeatures: products, outFeatures: 1, rows: 1, bias });
        expect(numbers.result).toBe(evaluate(tree, layer.x, layer.weight, layer.bias?.[0] ?? 0));
        const exact = exactDot(layer.x, 0, layer.weight, 0, products, bias ? layer.bias![0]! : 0);
        expect(numbers.lost).toBeCloseTo(exact - numbers.result, 14);
        expect(numbers.most).toBeGreaterThanOrEqual(Math.abs(numbers.lost));
      }),
    );
  });

  it('carries what was thrown away from each partial sum into the one that it joins, at that step', () => {
    fc.assert(
      fc.property(arbitraryTree(), ({ tree }) => {
        const order = parsed(bracketed(tree));
        const animation = animationOf(order);
        const numbers = walkNumbers(order, animation, 'float32');
        const joined = numbers.losses.filter(({ from }) => from !== null);
        expect(joined.map(({ from, into, step }) => [from, into, step])).toEqual(animation.joins.flatMap((join, i) => (join.kind === 'merge' ? [[join.from, join.into, animation.joinedAt[i]]] : [])));
        expect([...lostSoFar(numbers, animation.accumulators.length, animation.steps.length)].filter((held) => held !== 0)).toEqual(numbers.lost === 0 ? [] : [numbers.lost]);
        expect(lostSoFar(numbers, animation.accumulators.length, 0).every((held) => held === 0)).toBe(true);
      }),
    );
  });

  it('takes the steps of a tensor core on numbers of its format', () => {
    const { layer, left } = pairOf('h100-bfloat16', gpuRecording('h100-bfloat16'));
    const { numbers } = walkOf(layer, left);
    expect(Number.isFinite(numbers.result)).toBe(true);
    expect(numbers.lost).not.toBe(0);
  });

  it('finds that two orders end in other digits, and one order in the same', () => {
    const { layer, left, right } = pairOf('pytorch-2.13-mkl-768x768');
    const [one, other] = [walkOf(layer, left), walkOf(layer, right)];
    expect(one.numbers.result).not.toBe(other.numbers.result);
    expect(walksFinding(one, other)).toMatch(/^On the same numbers, rounding throws away \S+ and \S+: the sums are \S+ and \S+\.$/);
    expect(walksFinding(one, one)).toContain('so are the bits');
  });

  it('tells of no more than the joins and the end while it plays', () => {
    const { layer, left, right } = pairOf('pytorch-2.13-mkl-768x768');
    for (const call of [left, right]) {
      const { animation } = walkOf(layer, call);
      const told = new Set(Array.from({ length: animation.steps.length + 1 }, (_, done) => toldWhilePlaying(animation, done)));
      expect(told.size).toBeLessThanOrEqual(animation.joins.length + 2);
      expect(told).toContain(animation.steps.length);
    }
  });
});
