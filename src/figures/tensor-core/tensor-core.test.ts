import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BitLine } from '../../charts/aligned-terms';
import { countBits, placesOf } from '../../charts/aligned-terms';
import { ADDERS } from '../../numerics/adders';
import { fromBits } from '../../numerics/float32';
import { roundToFloat8 } from '../../numerics/float8';
import { roundToFloat16 } from '../../numerics/formats';
import { multiTermAdd } from '../../numerics/multi-term-add';
import type { Factors } from '../../share/special-settings';
import type { ShownAdder } from './step';
import { formatOf, SHOWN_ADDERS, stepOf } from './step';
import { presetOf, STEP_PRESETS } from './step-presets';
import { rowTexts, stepLabel } from '../../figure-parts/addition/term-words';
import { stepFinding, stepNotes, termNames } from './step-words';
import { factorsText, readFactors, resized, SIZES, sizeOf } from './term-size';

const accumulators = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits).filter(Number.isFinite);
const float16 = fc.integer({ min: 0, max: 0x7bff }).chain((code) => fc.constantFrom(1, -1).map((sign) => sign * ((code & 0x7c00) === 0 ? (code & 0x3ff) * 2 ** -24 : (1024 + (code & 0x3ff)) * 2 ** ((code >> 10) - 25))));
const moderate = fc.oneof(accumulators, fc.float({ min: -1000, max: 1000, noNaN: true }));
const products = fc.array(fc.tuple(float16, float16), { minLength: 4, maxLength: 4 });
const adders = fc.constantFrom(...SHOWN_ADDERS);

/** The drawn bits added up, as an integer number of 2⁻³⁰⁰. */
function added({ negative, bits }: BitLine, which: (lost: boolean) => boolean = () => true): bigint {
  const size = bits.filter(({ lost }) => which(lost)).reduce((sum, { weight, bit }) => sum + (bit === '1' ? 1n << BigInt(weight + 300) : 0n), 0n);
  return negative ? -size : size;
}

/** A double in the same unit. */
function units(x: number): bigint {
  let [rest, exponent] = [x, 0];
  while (!Number.isInteger(rest)) {
    rest *= 2;
    exponent -= 1;
  }
  return BigInt(rest) << BigInt(300 + exponent);
}

describe('one step, taken apart', () => {
  test('draws bits that add up to the exact terms, and whose kept part adds up to the sum that a tensor core cuts', () => {
    fc.assert(
      fc.property(adders, moderate, products, (name, c, factors) => {
        const step = stepOf(name, c, factors);
        const { terms, aligned } = step;
        terms.forEach(({ value, kept, lost }, i) => {
          const line = aligned.terms[i]!;
          expect(added(line)).toBe(units(value));
          expect(added(line, (cut) => !cut)).toBe(units(kept));
          expect(added(line, (cut) => cut)).toBe(units(lost));
        });
        expect(aligned.terms.reduce((sum, line) => sum + added(line, (cut) => !cut), 0n)).toBe(units(step.sum));
        expect(added(aligned.sum)).toBe(units(step.sum));
        expect(added(aligned.exact)).toBe(terms.reduce((sum, { value }) => sum + units(value), 0n));
      }),
    );
  });

  test('ends in the result of multiTermAdd, which is what is left of the sum’s own bits', () => {
    fc.assert(
      fc.property(adders, moderate, products, (name, c, factors) => {
        const { result, aligned } = stepOf(name, c, factors);
        const round = (x: number): number => (formatOf(name) === 'float16' ? roundToFloat16(x) : roundToFloat8('float8_e5m2', x, true));
        expect(result).toBe(multiTermAdd(ADDERS[name], formatOf(name), factors.map(([a]) => round(a)), factors.map(([, b]) => round(b)), c));
        fc.pre(Number.isFinite(result));
        expect(added(aligned.result)).toBe(units(result));
        expect(added(aligned.sum, (cut) => !cut)).toBe(units(result));
      }),
    );
  });

  test('has every place up to the highest bit, and its cut among them, on every GPU', () => {
    fc.assert(
      fc.property(adders, moderate, products, (name, c, factors) => {
        const { aligned } = stepOf(name, c, factors);
        const { top, bottom } = placesOf(aligned);
        expect(top - bottom).toBeLessThan(45);
        if (aligned.kept === null) return;
        expect(bottom).toBeLessThan(aligned.kept.last);
        for (const { bits } of [...aligned.terms, aligned.sum, aligned.exact]) expect(bits[0]?.weight ?? -Infinity).toBeLessThanOrEqual(top);
      }),
    );
  });

  test('aligns a product by its factors’ exponents, normalised or not, and a zero has no say', () => {
    const { terms, aligned } = stepOf('v100', 0, [[1.5, 1.5], [2 ** -24, 1], [0, 65504], [-0, 1]]);
    expect(terms.map(({ exponent }) => exponent)).toEqual([null, 0, -14, null, null]);
    expect(aligned.terms[1]!.bits.map(({ bit }) => bit).join('')).toBe('1001');
    expect(aligned.terms[1]!.bits[0]!.weight).toBe(1);
    expect(aligned.terms[2]!.bits.map(({ bit }) => bit).join('')).toBe('00000000001');
    expect(countBits(aligned.terms[2]!)).toEqual({ all: 1, kept: 0 });
    expect(aligned.kept).toEqual({ largest: 0, last: -23 });
  });
});

describe('the presets', () => {
  const results = (preset: keyof typeof STEP_PRESETS): Partial<Record<ShownAdder, number>> => {
    const { accumulator, factors } = STEP_PRESETS[preset].numbers;
    return Object.fromEntries(SHOWN_ADDERS.map((name) => [name, stepOf(name, accumulator, factors).result]));
  };
  const found = (adder: ShownAdder, preset: keyof typeof STEP_PRESETS): string => stepFinding({ adder, ...STEP_PRESETS[preset].numbers }).join(' ');

  test('have three results for one sum, none of them exact', () => {
    expect(results('three')).toEqual({ v100: 0, a100: -0.5, ada: -0.5, h100: -0.75, b200: -0.75, 'h100-fp8': 0 });
    expect(stepOf('v100', STEP_PRESETS.three.numbers.accumulator, STEP_PRESETS.three.numbers.factors).exact).toBe(-0.875);
    expect(found('v100', 'three')).toBe('A V100 gives 0; the exact sum is −0.875. It aligns the terms under 2²³ and cuts them below 2⁰: 2 of their 5 bits are kept.');
    expect(found('a100', 'three')).toBe('An A100 gives −0.5; the exact sum is −0.875. It aligns the terms under 2²³ and cuts them below 2⁻¹: 3 of their 5 bits are kept.');
    expect(found('h100', 'three')).toContain('4 of their 5 bits are kept');
  });

  test('have a larger accumulator with a smaller sum, and say so from either side', () => {
    expect(results('below').v100).toBe(1 + 2 ** -23);
    expect(results('one').v100).toBe(1);
    expect(found('v100', 'below')).toContain('Raise c to 1, the next float32: the sum falls to 1.');
    expect(found('v100', 'one')).toContain('Lower c to 0.99999994, the float32 before: the sum rises to 1.0000001.');
  });

  test('have ordinary numbers that float16 and bfloat16 both hold', () => {
    const { accumulator, factors } = STEP_PRESETS.ordinary.numbers;
    expect(Math.fround(accumulator)).toBe(accumulator);
    expect(factors.flat().map(roundToFloat16)).toEqual(factors.flat());
    expect(found('v100', 'ordinary')).toMatch(/^A V100 gives −?[\d.]+; the exact sum is −?[\d.]+\. It aligns .* are kept\./);
  });

  test('are said in words where nothing is lost, or nothing is there', () => {
    expect(stepFinding({ adder: 'h100', accumulator: 1, factors: [[1, 1], [1, 1], [1, 1], [1, 1]] })).toEqual(['An H100 gives 5, which is the exact sum.', 'It aligns the terms under 2⁰ and cuts them below 2⁻²⁵: none of their 5 bits is lost.']);
    expect(stepFinding({ adder: 'v100', accumulator: 0, factors: [[0, 1], [0, 1], [0, 1], [0, 1]] })).toEqual(['A V100 gives 0: all terms are zero.']);
  });

  test('are found by their numbers, have short findings on every GPU, and notes only in float8', () => {
    for (const [name, { numbers }] of Object.entries(STEP_PRESETS)) {
      expect(presetOf({ ...numbers, factors: [...numbers.factors] })).toBe(name);
      for (const adder of SHOWN_ADDERS) {
        expect(stepFinding({ adder, ...numbers }).join(' '), 'is announced').toMatch(/^.{20,200}$/);
        expect(stepNotes({ adder, ...numbers })).toHaveLength(adder !== 'h100-fp8' ? 0 : name === 'ordinary' ? 2 : 1);
      }
    }
    expect(presetOf({ accumulator: 3, factors: STEP_PRESETS.one.numbers.factors })).toBeNull();
  });

  test('have a label and a text for every row', () => {
    const step = stepOf('a100', STEP_PRESETS.three.numbers.accumulator, STEP_PRESETS.three.numbers.factors);
    expect(stepLabel(step.aligned, termNames(5))).toContain('product 2: minus 1, 0 cut off; product 3: minus 1, 1 cut off');
    expect(rowTexts(step, termNames(5)).terms.map(({ lost }) => lost)).toEqual([undefined, undefined, undefined, '−0.25', '−0.125']);
  });
});

describe('the size of a term', () => {
  const nonZero = float16.filter((x) => x !== 0);
  const sizes = fc.integer(SIZES);

  test('is its exponent, and another one keeps its bits and both factors within float16', () => {
    fc.assert(
      fc.property(nonZero, nonZero, sizes, (a, b, to) => {
        const moved = resized([a, b] as Factors, to);
        expect(sizeOf(moved)).toBe(to);
        expect(moved.map(roundToFloat16)).toEqual(moved);
        expect(moved[0] * moved[1]).toBe(a * b * 2 ** (to - sizeOf([a, b])!));
      }),
    );
    expect(resized(0.75, 3)).toBe(12);
    expect(resized([0, 1] as Factors, 3)).toEqual([0, 1]);
    expect(resized(1, 99)).toBe(2 ** SIZES.max);
  });

  test('what a product’s text says is read back as that product', () => {
    fc.assert(
      fc.property(float16, float16, (a, b) => {
        expect(readFactors(factorsText([a, b]))).toEqual({ ok: true, value: [a, b] });
      }),
    );
  });

  test('a product that no float16 holds is taken apart, and what none reaches is refused', () => {
    const read = (text: string): unknown => {
      const found = readFactors(text);
      return found.ok ? found.value : found.error.message;
    };
    expect(read('8388608')).toEqual([4096, 2048]);
    expect(read('-3e-8')).toEqual([roundToFloat16(-3e-8 * 2 ** 13), 2 ** -13]);
    expect(read('0.1')).toEqual([roundToFloat16(0.1), 1]);
    expect(read('0.5 x -3')).toEqual([0.5, -3]);
    expect(read('1e10')).toBe('A product of two float16 is less than 2³².');
    expect(read('1x70000')).toBe('A float16 is less than 65,520.');
    expect(read('1x2x3')).toBe('A product has two factors, such as 0.5 × 3.');
    expect(read('one')).toContain('“one” is not a number');
  });
});
