import type { AlignedTerms } from '../../charts/aligned-terms';
import { bitLine, countBits } from '../../charts/aligned-terms';
import type { Adder } from '../../numerics/adders';
import { ADDERS, LEAST_EXPONENTS } from '../../numerics/adders';
import { addExactBinary, exactBinary } from '../../numerics/exact-binary';
import { ExactSum } from '../../numerics/exact-sum';
import { bitsOf } from '../../numerics/float32';
import { roundToFloat8 } from '../../numerics/float8';
import { roundToFloat16 } from '../../numerics/formats';
import { multiTermAdd } from '../../numerics/multi-term-add';
import type { FigureValues } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import type { Factors } from '../../share/special-settings';

export type StepValues = FigureValues<'tensor-core'>;
export type ShownAdder = StepValues['adder'];

export const SHOWN_ADDERS: readonly ShownAdder[] = FIGURE_SETTINGS['tensor-core'].adder.options;

/** What the adders are called here. */
export const GPU_NAMES: Readonly<Record<ShownAdder, string>> = { v100: 'V100', a100: 'A100', ada: 'L40S (Ada)', h100: 'H100', b200: 'B200', 'h100-fp8': 'H100, float8' };

/** A term of the addition: the accumulator, or a product. */
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
export interface Step {
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
  /** Whether the factors had to be rounded to float8. */
  readonly rounded: boolean;
}

const ORDINARY = 'float16';
const SHORT = 'float8_e5m2';

/** The format of the factors: float16, which all tensor cores take, or float8. */
export function formatOf(name: ShownAdder): typeof ORDINARY | typeof SHORT {
  return ORDINARY in ADDERS[name].groupSizes ? ORDINARY : SHORT;
}

/** Adds up the accumulator and the products as this adder does, in one step. */
export function stepOf(name: ShownAdder, accumulator: number, factors: readonly Factors[]): Step {
  const adder: Adder = ADDERS[name];
  const format = formatOf(name);
  const round = (x: number): number => (format === ORDINARY ? roundToFloat16(x) : roundToFloat8(format, x, true));
  const taken = factors.map(([a, b]): Factors => [round(a), round(b)]);
  const least = LEAST_EXPONENTS[format];
  const raw = [
    { value: accumulator, exponent: exponentOf(accumulator, -126), factors: null },
    ...taken.map((pair) => ({ value: pair[0] * pair[1], exponent: exponentOf(pair[0], least) + exponentOf(pair[1], least), factors: pair })),
  ].map((term) => ({ ...term, exponent: term.value === 0 ? null : term.exponent }));
  const exponents = raw.flatMap(({ exponent }) => exponent ?? []);
  const largest = exponents.length === 0 ? null : Math.max(...exponents);
  const last = largest === null ? -Infinity : largest - adder.fractionBits;
  const terms = raw.map((term): Term => {
    const kept = largest === null ? 0 : Math.trunc(term.value * 2 ** -last) * 2 ** last + 0;
    return { ...term, kept, lost: term.value - kept };
  });
  const sum = terms.reduce((total, { kept }) => total + kept, 0);
  const result = multiTermAdd(adder, format, taken.map(([a]) => a), taken.map(([, b]) => b), accumulator);
  const exact = raw.map(({ value }) => exactBinary(value)).reduce(addExactBinary);
  const aligned: AlignedTerms = {
    terms: terms.map(({ value, exponent }) => bitLine(exactBinary(value), exponent, last)),
    kept: largest === null ? null : { largest, last },
    sum: bitLine(exactBinary(sum), null, sum === 0 ? -Infinity : Math.max(exponentOfDouble(sum), -126) - adder.resultBits),
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
    rounded: taken.some(([a, b], i) => a !== roundToFloat16(factors[i]![0]) || b !== roundToFloat16(factors[i]![1])),
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
