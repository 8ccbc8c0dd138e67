import type { AlignedTerms } from '../../charts/aligned-terms';
import { bitLine, countBits } from '../../charts/aligned-terms';
import type { Adder } from '../../numerics/adders';
import { LEAST_EXPONENTS } from '../../numerics/adders';
import { addExactBinary, exactBinary } from '../../numerics/exact-binary';
import { ExactSum } from '../../numerics/exact-sum';
import { bitsOf } from '../../numerics/float32';
import type { FactorFormat } from '../../numerics/formats';
import { multiTermAdd } from '../../numerics/multi-term-add';
import type { Factors } from '../../share/special-settings';

/** A term of a step: the accumulator, or a product. */
export interface Term {
  /** Exact. */
  readonly value: number;
  /** What a tensor core aligns by: of a product, the sum of its factors' exponents; null for a zero, which has no say. */
  readonly exponent: number | null;
  /** What is left of it after the cut. */
  readonly kept: number;
  /** value − kept. */
  readonly lost: number;
  readonly factors: Factors | null;
}

/** One step of a tensor core, taken apart. */
export interface StepApart {
  readonly adder: Adder;
  /** The accumulator, then the products. */
  readonly terms: readonly Term[];
  readonly aligned: AlignedTerms;
  /** What is left of the terms, added exactly. */
  readonly sum: number;
  readonly result: number;
  /** The exact sum of the terms, rounded once to a double. */
  readonly exact: number;
  /** result − exact, rounded once. */
  readonly error: number;
  /** Significant bits of the terms, all and those that the cut leaves. */
  readonly bits: { readonly all: number; readonly kept: number };
}

/**
 * Adds up the accumulator and the products as this adder does, in one step, and says what became of each term. An accumulator
 * that joins afterwards has no exponent here and is kept in full.
 *
 * @param factors numbers of the format
 */
export function stepApart(adder: Adder, format: FactorFormat, accumulator: number, factors: readonly Factors[]): StepApart {
  const least = LEAST_EXPONENTS[format];
  const isTerm = adder.joins === 'as a term';
  const short = adder.accumulator === 'float16';
  const leastOfSum = short ? LEAST_EXPONENTS.float16 : -126;
  const raw = [
    { value: accumulator, exponent: exponentOf(accumulator, leastOfSum), factors: null },
    ...factors.map((pair) => ({ value: pair[0] * pair[1], exponent: exponentOf(pair[0], least) + exponentOf(pair[1], least), factors: pair })),
  ].map((term, i) => ({ ...term, exponent: term.value === 0 || (i === 0 && !isTerm) ? null : term.exponent }));
  const exponents = raw.flatMap(({ exponent }) => exponent ?? []);
  const largest = exponents.length === 0 ? null : Math.max(...exponents);
  const last = largest === null ? -Infinity : largest - adder.fractionBits;
  const terms = raw.map((term, i): Term => {
    const kept = i === 0 && !isTerm ? term.value : largest === null ? 0 : Math.trunc(term.value * 2 ** -last) * 2 ** last + 0;
    return { ...term, kept, lost: term.value - kept };
  });
  const sum = terms.reduce((total, { kept }) => total + kept, 0);
  const result = multiTermAdd(adder, format, factors.map(([a]) => a), factors.map(([, b]) => b), accumulator);
  const exact = raw.map(({ value }) => exactBinary(value)).reduce(addExactBinary);
  const aligned: AlignedTerms = {
    terms: terms.map(({ value, exponent }, i) => bitLine(exactBinary(value), exponent, i === 0 && !isTerm ? -Infinity : last)),
    kept: largest === null ? null : { largest, last },
    sum: bitLine(exactBinary(sum), null, sum === 0 ? -Infinity : Math.max(exponentOfDouble(sum), leastOfSum) - (short ? 10 : adder.resultBits)),
    result: bitLine(exactBinary(result), null),
    exact: bitLine(exact, null),
  };
  const counts = aligned.terms.map(countBits);
  return {
    adder,
    terms,
    aligned,
    sum,
    result,
    exact: total(raw.map(({ value }) => value)),
    error: total([result, ...raw.map(({ value }) => -value)]),
    bits: { all: counts.reduce((all, one) => all + one.all, 0), kept: counts.reduce((all, one) => all + one.kept, 0) },
  };
}

function total(values: readonly number[]): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.roundedToDouble();
}

/** The exponent of a float32, at least `least`. */
function exponentOf(x: number, least: number): number {
  return Math.max(((bitsOf(x) >>> 23) & 0xff) - 127, least);
}

/** The exponent of a finite double that is not zero. */
function exponentOfDouble(x: number): number {
  const { significand, exponent } = exactBinary(Math.abs(x));
  return exponent + significand.toString(2).length - 1;
}
