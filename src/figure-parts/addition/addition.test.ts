import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBits } from '../../numerics/float32';
import type { Addition } from './addition';
import { additionWords, cancelledBits } from './addition';
import type { SignificandRow } from './aligned-significands';
import { alignedChain, alignedSignificands } from './aligned-significands';
import { roundingPlace } from './rounding-place';

/** The error of a float32 addition is a float32 (Dekker 1971); two-sum in doubles finds it. */
function added(x: number, y: number): Addition {
  const [a, b] = [Math.fround(x), Math.fround(y)];
  const sum = Math.fround(a + b);
  const s = a + b;
  const part = s - a;
  return { a, b, sum, lost: s - sum + (a - (s - part) + (b - part)) };
}

function text({ bits }: SignificandRow, columns: number): string {
  const row = Array.from({ length: columns }, () => ' ');
  for (const { column, bit, lost } of bits) row[column] = lost ? (bit === '1' ? 'I' : 'O') : bit;
  return row.join('').trimEnd();
}

const finite = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits).filter(Number.isFinite);
const near = fc.tuple(fc.integer({ min: 0x3e000000, max: 0x40000000 }), fc.boolean()).map(([bits, minus]) => (minus ? -1 : 1) * fromBits(bits));

describe('aligned significands', () => {
  test('1e8 + 1: the 1 stands wholly beyond the 24th place of 1e8', () => {
    const { a, b, exact, rounded, columns, edge, gap } = alignedSignificands(added(1e8, 1))!;
    expect(text(a, columns)).toBe('101111101011110000100000');
    expect(text(b, columns)).toBe(`${' '.repeat(26)}I${'O'.repeat(23)}`);
    expect(text(exact, columns)).toBe('101111101011110000100000OOI');
    expect(text(rounded, columns)).toBe('101111101011110000100000');
    expect([edge, gap]).toEqual([24, null]);
  });

  test('what cancels leaves the leading columns empty, and nothing is lost', () => {
    const { rounded, columns, thrownAway } = alignedSignificands(added(1.5, -1.25))!;
    expect(text(rounded, columns)).toBe(`  1${'0'.repeat(23)}`);
    expect(thrownAway).toBe(false);
  });

  test('many empty places are one column', () => {
    const { gap, columns, exact } = alignedSignificands(added(2 ** 100, -1))!;
    expect(gap).toEqual({ column: 24, places: 76 });
    expect(columns).toBeLessThanOrEqual(24 + 1 + 25);
    expect(text(exact, columns).length).toBeLessThanOrEqual(columns);
  });

  test('of 1e8 and −1e8 + 1, the bracket loses three places, and what is added next loses none', () => {
    const first = added(-1e8, 1);
    const { rows, columns } = alignedChain(first, 1e8, added(1e8, first.sum))!;
    expect(rows.map((row) => text(row, columns))).toEqual([
      '101111101011110000100000',
      `${' '.repeat(26)}1${'0'.repeat(23)}`,
      '101111101011110000011111III',
      '101111101011110000100000',
      '',
    ]);
    expect(rows.map(({ negative }) => negative)).toEqual([true, false, true, false, false]);
    expect(alignedChain(added(3e38, 3e38), 1, added(1, 1))).toBeNull();
  });

  test('infinities have no digits, zeros have none either', () => {
    expect(alignedSignificands(added(3e38, 3e38))).toBeNull();
    expect(alignedSignificands(added(0, 0))?.rounded.bits).toEqual([]);
  });

  test('a fused product is written in all of its places', () => {
    const product = (1 + 2 ** -23) * (1 + 2 ** -23);
    expect(alignedSignificands({ a: product, b: 0, sum: Math.fround(product), lost: product - Math.fround(product) })?.a.bits).toHaveLength(47);
  });

  test('every number is drawn in its own columns, at most 24 where it is a float32, and lost bits are there exactly where something is lost', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(finite, finite), fc.tuple(near, near)), ([x, y]) => {
        const addition = added(x, y);
        const drawn = alignedSignificands(addition);
        if (drawn === null) return;
        expect(Math.max(drawn.a.bits.length, drawn.b.bits.length, drawn.rounded.bits.length)).toBeLessThanOrEqual(24);
        expect(drawn.columns).toBeLessThanOrEqual(24 + 24 + 6);
        for (const { bits } of [drawn.a, drawn.b, drawn.exact, drawn.rounded]) {
          expect(bits.every(({ column }, i) => column >= 0 && column < drawn.columns && (i === 0 || column > bits[i - 1]!.column))).toBe(true);
        }
        expect(drawn.rounded.bits.some(({ lost }) => lost)).toBe(false);
        expect(drawn.exact.bits.some(({ lost, bit }) => lost && bit === '1')).toBe(addition.lost !== 0);
      }),
    );
  });
});

describe('the place of a rounding', () => {
  test('1e8 + 1 lies an eighth of a step above 1e8', () => {
    const place = roundingPlace(added(1e8, 1))!;
    expect([place.step, place.exactAt, place.other]).toEqual([8, 1 / 8, 100000008]);
    expect(place.ticks.map(({ value }) => value)).toEqual([99999984, 99999992, 100000000, 100000008, 100000016]);
  });

  test('below a power of two the ticks are twice as dense', () => {
    expect(roundingPlace(added(1, 0))?.ticks.map(({ at }) => at)).toEqual([-2.5, -2, -1.5, -1, -0.5, 0, 1, 2]);
  });

  test('the exact sum is at most half a step away', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(finite, finite), fc.tuple(near, near)), ([x, y]) => {
        const place = roundingPlace(added(x, y));
        if (place) expect(Math.abs(place.exactAt)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('an addition in words', () => {
  const words = (a: number, b: number): string => additionWords(added(a, b), { a: 'a', b: 'b' });

  test('each way that it can end has its own', () => {
    expect(words(1e8, 1)).toBe('b is lost entirely: it is at most half a step, and the step here is 8.');
    expect(words(0.5, 0.25)).toBe('Nothing is lost: the exact sum is a float32.');
    expect(words(1e8, -1e8)).toBe('Nothing is lost: a and b cancel.');
    expect(words(0.2, 0.3)).toBe('Thrown away: 1.49·10⁻⁸, which is 0.25 of the step here (1 ulp).');
    expect(words(3e38, 3e38)).toContain('overflows to inf');
    expect(words(Infinity, -Infinity)).toContain('inf − inf');
    expect(words(NaN, 1)).toContain('nan');
    expect(words(-Infinity, 1)).toContain('stays inf');
    expect(words(1e-40, 1e-40)).toContain('subnormal');
  });

  test('cancelled bits are counted from the larger operand', () => {
    expect([cancelledBits(added(1.5, -1.25)), cancelledBits(added(1, 1)), cancelledBits(added(1, -1)), cancelledBits(added(0, 0))]).toEqual([2, 0, Infinity, 0]);
  });
});
