import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MULTI_TERM_CASES } from '../testing/multi-term-cases';
import type { Adder } from './adders';
import { ADDERS, LEAST_EXPONENTS } from './adders';
import { parseAdder } from './adder-text';
import { ADDER_NAMES } from './group-sizes';
import { ExactSum } from './exact-sum';
import { bitsOf, fromBits, MAX_FLOAT32, nextDown, ordinal, ulpOf } from './float32';
import { roundToFactor } from './float8';
import { fmaf } from './fma';
import type { FactorFormat } from './formats';
import { roundToFloat16 } from './formats';
import { cutToTf32, dotInGroups, multiTermAdd, resultBitsOf, stepRoundoff } from './multi-term-add';

/** Adders with the formats that they take. */
const KINDS = ADDER_NAMES.flatMap((name) => Object.keys(ADDERS[name].groupSizes).map((format) => [name, format as FactorFormat] as const));
const kind = fc.constantFrom(...KINDS).map(([name, format]) => ({ adder: ADDERS[name] as Adder, format }));

/** A number of a format with an exponent in a range. */
function number(format: FactorFormat, from = -6, to = 2): fc.Arbitrary<number> {
  return fc.tuple(fc.integer({ min: -(2 ** 12), max: 2 ** 12 }), fc.integer({ min: from, max: to })).map(([m, e]) => roundToFactor(format, m * 2 ** (e - 12)));
}

/** A step of an adder on its own format: up to n products, and an accumulator. */
const step = kind.chain(({ adder, format }) =>
  fc.record({
    adder: fc.constant(adder),
    format: fc.constant(format),
    pairs: fc.array(fc.tuple(number(format), number(format)), { minLength: 1, maxLength: adder.groupSizes[format]! }),
    c: fc.oneof(fc.constant(0), number(adder.accumulator === 'float16' ? 'float16' : 'tf32', -8, 8), fc.float({ noNaN: true, min: -8, max: 8 }).map((c) => (adder.accumulator === 'float16' ? roundToFloat16(c) : c))),
  }),
);

function added(adder: Adder, format: FactorFormat, pairs: readonly (readonly [number, number])[], c: number): number {
  return multiTermAdd(adder, format, pairs.map(([a]) => a), pairs.map(([, b]) => b), c);
}

function bounds(adder: Adder, format: FactorFormat, pairs: readonly (readonly [number, number])[], c: number): { error: number; size: number } {
  const d = added(adder, format, pairs, c);
  const sum = new ExactSum();
  for (const [a, b] of pairs) sum.add(a * b);
  sum.add(c);
  sum.add(-d);
  return { error: Math.abs(sum.roundedToDouble()), size: pairs.reduce((size, [a, b]) => size + Math.abs(a * b), Math.abs(c)) };
}

/** An adder that loses nothing before its last cut, of numbers like those above. */
const UNCUT: Adder = { ...ADDERS.h100, fractionBits: 44 };

describe('the multi-term addition of tensor cores', () => {
  it('gives the fixture’s bits', () => {
    expect(MULTI_TERM_CASES.length).toBeGreaterThan(800);
    expect(new Set(MULTI_TERM_CASES.map(({ name, format }) => `${name} ${format}`)).size).toBe(KINDS.length);
    const wrong = MULTI_TERM_CASES.filter(({ name, format, a, b, c, d }) => resultBitsOf(dotInGroups(ADDERS[name], format, a, b, c)) !== resultBitsOf(d));
    expect(wrong).toEqual([]);
  });

  it('is tested by a fixture that each other way to add fails', () => {
    const differing = (otherwise: (adder: Adder) => Partial<Adder>): number =>
      MULTI_TERM_CASES.filter(({ name, format, a, b, c, d }) => resultBitsOf(dotInGroups({ ...ADDERS[name], ...otherwise(ADDERS[name]) }, format, a, b, c)) !== resultBitsOf(d)).length;
    expect(differing(() => ({}))).toBe(0);
    expect(differing(({ fractionBits }) => ({ fractionBits: fractionBits + 1 }))).toBeGreaterThan(50);
    expect(differing(({ fractionBits }) => ({ fractionBits: fractionBits - 1 }))).toBeGreaterThan(50);
    expect(differing(({ groupSizes }) => ({ groupSizes: Object.fromEntries(Object.entries(groupSizes).map(([format, n]) => [format, n / 2])) }))).toBeGreaterThan(50);
    expect(differing(({ resultBits }) => ({ resultBits: resultBits === 13 ? 23 : 13 }))).toBeGreaterThan(50);
    expect(differing(({ joins }) => ({ joins: joins === 'afterwards' ? 'as a term' : 'afterwards' }))).toBeGreaterThan(50);
  });

  it.each([
    ['v100', 0],
    ['a100', -0.5],
    ['h100', -0.75],
  ] as const)('on %s, 2²³ − 2²³ − 0.5 − 0.25 − 0.125 is %d', (name, wanted) => {
    // MMA-Sim's example: the exact sum is −0.875.
    expect(multiTermAdd(ADDERS[name], 'float16', [2 ** 12, -(2 ** 12), -0.5, -0.25], [2 ** 11, 2 ** 11, 1, 1], -0.125)).toBe(wanted);
    expect(multiTermAdd(ADDERS[name], 'float16', [2 ** 11, -0.5, -0.25, -0.125], [2 ** 12, 1, 1, 1], -(2 ** 23))).toBe(wanted);
  });

  it('is not monotone: on a V100, raising c lowers the sum (Mikaitis, arXiv 2304.01407)', () => {
    const a = [0.75, 0.75, 0.75, 0.75];
    const b = a.map(() => 2 ** -23);
    expect(multiTermAdd(ADDERS.v100, 'float16', a, b, 1 - 2 ** -24)).toBeGreaterThan(multiTermAdd(ADDERS.v100, 'float16', a, b, 1));
  });

  it('does not depend on the order of the products', () => {
    fc.assert(
      fc.property(step.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one.pairs, { minLength: one.pairs.length }))), ([{ adder, format, pairs, c }, shuffled]) => {
        expect(resultBitsOf(added(adder, format, shuffled, c))).toBe(resultBitsOf(added(adder, format, pairs, c)));
      }),
      { numRuns: 500 },
    );
  });

  it('treats the accumulator as one more product with 1, but where it joins afterwards', () => {
    fc.assert(
      fc.property(step, ({ adder, format, pairs, c: any }) => {
        const c = roundToFactor(format, any);
        fc.pre(adder.joins === 'as a term' && (c === 0 || Math.abs(c) >= 2 ** LEAST_EXPONENTS[format]));
        expect(added(adder, format, [...pairs, [c, 1]], 0)).toBe(added(adder, format, pairs, c));
      }),
      { numRuns: 500 },
    );
  });

  it('scales with powers of two', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number('bfloat16'), number('bfloat16')), { minLength: 1, maxLength: 16 }), number('tf32', -8, 8), fc.integer({ min: -40, max: 40 }), fc.constantFrom('a100', 'h100'), (pairs, c, e, name) => {
        const scaled = pairs.map(([a, b]) => [a * 2 ** e, b] as const);
        expect(added(ADDERS[name], 'bfloat16', scaled, c * 2 ** e)).toBe(added(ADDERS[name], 'bfloat16', pairs, c) * 2 ** e);
      }),
    );
  });

  it('with one product and nothing cut before the end, is a fused multiply-add toward zero', () => {
    const factor = number('tf32', -8, 2);
    fc.assert(
      fc.property(factor, factor, fc.float({ noNaN: true, min: -16, max: 16 }).filter((c) => c === 0 || Math.abs(c) > 2 ** -10), (a, b, c) => {
        const d = multiTermAdd(UNCUT, 'tf32', [a], [b], c);
        const nearest = fmaf(a, b, c);
        const rest = new ExactSum();
        rest.add(a * b);
        rest.add(c);
        rest.add(-d);
        const left = rest.roundedToDouble();
        // Nothing is left, or less than one step, on the side away from zero.
        expect(left === 0 || (Math.abs(left) < ulpOf(d) && left > 0 === d > 0)).toBe(true);
        expect(Math.abs(ordinal(d) - ordinal(nearest))).toBeLessThanOrEqual(1);
        expect(Math.abs(d)).toBeLessThanOrEqual(Math.abs(nearest));
      }),
      { numRuns: 1000 },
    );
  });

  it('with float16 accumulators, one product and nothing cut before the end, is a fused multiply-add in float16', () => {
    const factor = number('float16', -4, 2);
    fc.assert(
      fc.property(factor, factor, number('float16', -4, 4), (a, b, c) => {
        expect(multiTermAdd({ ...UNCUT, accumulator: 'float16' }, 'float16', [a], [b], c)).toBe(roundToFloat16(a * b + c));
      }),
    );
  });

  it('stays within its error bound', () => {
    fc.assert(
      fc.property(step, ({ adder, format, pairs, c }) => {
        const normal = (x: number): boolean => x === 0 || Math.abs(x) >= 2 ** LEAST_EXPONENTS[format];
        fc.pre(pairs.every(([a, b]) => normal(a) && normal(b)) && (adder.accumulator === 'float32' || c === 0 || Math.abs(c) >= 2 ** -14));
        const { error, size } = bounds(adder, format, pairs, c);
        // Below a result's least normal number, its spacing no longer shrinks.
        const spacing = adder.accumulator === 'float16' ? 2 ** -25 : 2 ** -149;
        expect(error).toBeLessThanOrEqual(stepRoundoff(adder, pairs.length) * size + spacing);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes near its error bound, so that a smaller one would not hold', () => {
    // The largest term is 1; each of the others is just short of what is kept.
    const small = [1 - 2 ** -8, 2 ** -25] as const;
    const pairs = [[1, 1] as const, ...Array.from({ length: 15 }, () => small)];
    const { error, size } = bounds(ADDERS.h100, 'bfloat16', pairs, 0);
    expect(error).toBeGreaterThan(14 * 2 ** -25 * size);
    expect(error).toBeLessThan(stepRoundoff(ADDERS.h100, 16) * size);
  });

  it('cuts every sum toward zero', () => {
    fc.assert(
      fc.property(step, ({ adder, format, pairs, c }) => {
        fc.pre(adder.accumulator === 'float32' && adder.joins === 'as a term');
        const positive = pairs.map(([a, b]) => [Math.abs(a), Math.abs(b)] as const);
        const exact = new ExactSum();
        for (const [a, b] of positive) exact.add(a * b);
        exact.add(Math.abs(c));
        const d = added(adder, format, positive, Math.abs(c));
        expect(d).toBeLessThanOrEqual(exact.roundedToDouble());
        expect(Object.is(added(adder, format, positive.map(([a, b]) => [-a, b] as const), -Math.abs(c)), d === 0 ? 0 : -d)).toBe(true);
      }),
    );
  });

  it('takes zeros out of the alignment', () => {
    // With an exponent of its own, 0 · 2¹⁵ would hide the other product.
    expect(multiTermAdd(ADDERS.v100, 'float16', [0, 2 ** -14], [2 ** 15, 2 ** -14], 0)).toBe(2 ** -28);
    expect(multiTermAdd(ADDERS['ada-fp8'], 'float8_e4m3', [0, 2 ** -9], [256, 2 ** -9], 0)).toBe(2 ** -18);
  });

  it('aligns subnormals by their format’s least exponent, and products without normalising them', () => {
    // 2⁻⁹ in e4m3 has the exponent −6, so its product with 1 aligns as 2⁻⁶, and F = 13 leaves multiples of 2⁻¹⁹.
    expect(multiTermAdd(ADDERS['ada-fp8'], 'float8_e4m3', [2 ** -9, 2 ** -9], [1, 2 ** -9 * 3], 0)).toBe(2 ** -9 + 2 ** -18 * 2 + 2 ** -19 * 2);
    expect(multiTermAdd(ADDERS['ada-fp8'], 'float8_e4m3', [2 ** -9, 2 ** -6], [2 ** -9, 2 ** -6], 0)).toBe(2 ** -12 + 2 ** -18);
    // 1.5 · 1.5 = 2.25 aligns as if it were below 2: the term 2⁻²³ is kept.
    expect(multiTermAdd(ADDERS.v100, 'float16', [1.5, -1.5, 2 ** -12], [1.5, 1.5, 2 ** -11], 0)).toBe(2 ** -23);
  });

  it('has NaN and infinities as exact arithmetic has them', () => {
    const one = (a: number, b: number, c: number): number => multiTermAdd(ADDERS.h100, 'bfloat16', [a, 1], [b, 1], c);
    expect(one(Infinity, 0, 1)).toBeNaN();
    expect(one(Infinity, 1, -Infinity)).toBeNaN();
    expect(one(-Infinity, 2, 3)).toBe(-Infinity);
    expect(one(1, 1, NaN)).toBeNaN();
    expect(resultBitsOf(NaN)).toBe(0x7fffffff);
    // A sum that overflows is infinite; one that does so only before it is cut isn't.
    expect(one(2 ** 127, 2, 0)).toBe(Infinity);
    expect(one(2 ** 100, 2 ** 3, MAX_FLOAT32)).toBe(MAX_FLOAT32);
    expect(multiTermAdd(ADDERS.h100, 'bfloat16', [2 ** 127, -(2 ** 127)], [2 ** 127, 2 ** 127], MAX_FLOAT32)).toBe(0);
  });

  it('keeps subnormal results and their signs', () => {
    expect(multiTermAdd(ADDERS.h100, 'bfloat16', [2 ** -75], [2 ** -74], 0)).toBe(2 ** -149);
    expect(Object.is(multiTermAdd(ADDERS.h100, 'bfloat16', [-(2 ** -75)], [2 ** -75], 0), -0)).toBe(true);
    expect(Object.is(multiTermAdd(ADDERS.h100, 'bfloat16', [-1], [0], -0), 0)).toBe(true);
    expect(multiTermAdd(ADDERS.h100, 'bfloat16', [2 ** -100, 1], [2 ** -40, 0], nextDown(2 ** -126))).toBe(nextDown(2 ** -126) + 2 ** -140);
  });

  it('cuts TF32 factors itself', () => {
    const factor = fc.integer({ min: 0x30000000, max: 0x4fffffff }).map(fromBits);
    fc.assert(
      fc.property(fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 8 }), (pairs) => {
        expect(added(ADDERS.h100, 'tf32', pairs, 1)).toBe(added(ADDERS.h100, 'tf32', pairs.map(([a, b]) => [cutToTf32(a), cutToTf32(b)] as const), 1));
        for (const [a] of pairs) expect(bitsOf(cutToTf32(a)) & 0x1fff).toBe(0);
      }),
    );
    expect(cutToTf32(NaN)).toBeNaN();
    expect(cutToTf32(-Infinity)).toBe(-Infinity);
  });

  it('refuses factors that the adder does not take', () => {
    expect(() => dotInGroups(ADDERS.v100, 'bfloat16', [1], [1], 0)).toThrow(/V100 \(Volta\): no factors in bfloat16/);
  });
});

describe('the names of adders', () => {
  it('are read in any case, and others refused with a sentence', () => {
    expect(parseAdder(' H100 ')).toEqual({ ok: true, value: 'h100' });
    const unknown = parseAdder('h1000');
    expect(unknown.ok).toBe(false);
    if (!unknown.ok) expect(unknown.error.message).toMatch(/^There is no adder “h1000”\. Known are v100, a100, .*\.$/);
  });
});
