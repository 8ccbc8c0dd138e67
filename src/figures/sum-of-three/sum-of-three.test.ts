import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBits, nextUp, ulpOf } from '../../numerics/float32';
import { float32Text } from '../../lib/float32-text';
import { keptInSight, lineTicks, snapped, windowRound } from './line-ticks';
import { parseFloat32 } from '../../numerics/parse-float32';
import { PRESETS, threeSums } from './three-sums';
import type { Three } from './three-sums';

const any32 = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits);
const f = Math.fround;

describe('three numbers, two sums', () => {
  test('1e8, −1e8 and 1 give 1 one way and 0 the other', () => {
    const { left, right, exact, difference, absSum } = threeSums([1e8, -1e8, 1]);
    expect([left.result, right.result, exact]).toEqual([1, 0, 1]);
    expect(right.first).toEqual({ a: -1e8, b: 1, sum: -1e8, lost: 1 });
    expect(difference.relative).toBe(1 / absSum);
  });

  test('0.1, 0.2 and 0.3 give the same float32 both ways, though a rounding differs on the way', () => {
    const { left, right, difference } = threeSums([f(0.1), f(0.2), f(0.3)]);
    expect(float32Text(left.result)).toBe('0.6');
    expect(Object.is(left.result, right.result)).toBe(true);
    expect([left.first.lost, right.first.lost, difference.ulp]).not.toContain(NaN);
    expect(left.first.lost).not.toBe(right.first.lost);
  });

  test('the terms of the thread’s output 3 differ by one ulp', () => {
    const { difference } = threeSums(PRESETS.thread.numbers);
    expect(difference.ulp).toBe(-1);
  });

  test('both sums are those of Math.fround for any three float32, infinities and nan too', () => {
    fc.assert(
      fc.property(any32, any32, any32, (a, b, c) => {
        const { left, right } = threeSums([a, b, c] as Three);
        expect(left.result).toBe(f(f(a + b) + c));
        expect(right.result).toBe(f(a + f(b + c)));
      }),
    );
  });
});

describe('a number line of float32 numbers', () => {
  test('zoomed in, every float32 has a tick, and they are twice as dense below a power of two', () => {
    const { ticks, stride } = lineTicks(windowRound(1, 3), 400, 6);
    expect(stride).toBe(0);
    expect(ticks).toHaveLength(8 + 16 + 1);
    expect(ticks.filter(({ power }) => power)).toEqual([{ value: 1, power: true }]);
    for (let i = 1; i < ticks.length; i++) expect(ticks[i]!.value).toBe(nextUp(ticks[i - 1]!.value));
  });

  test('zoomed out, ticks are thinned and never touch', () => {
    fc.assert(
      fc.property(any32.filter(Number.isFinite), fc.integer({ min: 3, max: 24 }), (value, zoom) => {
        const window = windowRound(value, zoom);
        const { ticks } = lineTicks(window, 400, 6);
        for (let i = 1; i < ticks.length; i++) expect(((ticks[i]!.value - ticks[i - 1]!.value) * 400) / (2 * window.half)).toBeGreaterThanOrEqual(3);
        expect(ticks.every((tick) => f(tick.value) === tick.value)).toBe(true);
        expect(ticks.length).toBeLessThan(200);
      }),
    );
  });

  test('the window stays while the number is in sight, and follows it when it is not', () => {
    const window = windowRound(1e8, 3);
    expect(keptInSight(window, 1e8 + 8, 3)).toBe(window);
    expect(keptInSight(window, 2e8, 3).centre).toBe(2e8);
    expect(keptInSight(window, 1e8, 6).half).toBe(64 * ulpOf(1e8));
    expect(keptInSight(window, Infinity, 3)).toBe(window);
  });

  test('a place means the nearest tick', () => {
    expect([snapped(0.1, 0), snapped(1.3, 0.5), snapped(-0.1, 0.5)]).toEqual([f(0.1), 1.5, 0]);
  });
});

describe('typed numbers', () => {
  test('are read as Python or C write them, and rounded to float32', () => {
    const read = (text: string): unknown => {
      const parsed = parseFloat32(text);
      return parsed.ok ? parsed.value : 'no';
    };
    expect(['0.1', ' −1e8 ', '1e−3', '.5', '2.f', 'inf', '-Infinity', 'nan', '1e39', '-0'].map(read)).toEqual([f(0.1), -1e8, f(1e-3), 0.5, 2, Infinity, -Infinity, NaN, Infinity, -0]);
    expect(['', 'abc', '1,5', '0x10', '1e', '--1'].map(read)).toEqual(Array.from({ length: 6 }, () => 'no'));
  });

  test('what a number’s text says is read back as that number', () => {
    fc.assert(
      fc.property(any32, (value) => {
        expect(parseFloat32(float32Text(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
