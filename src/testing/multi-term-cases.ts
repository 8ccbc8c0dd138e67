import type { AdderName } from '../numerics/group-sizes';
import { ADDERS } from '../numerics/adders';
import fixture from '../numerics/fixtures/multi-term-add.json';
import { fromFloat8 } from '../numerics/float8';
import { fromBits } from '../numerics/float32';
import type { FactorFormat } from '../numerics/formats';

/** One sum that a tensor core makes, in one step or several: d = c + Σ a·b. */
export interface MultiTermCase {
  readonly name: AdderName;
  readonly format: FactorFormat;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: number;
  readonly d: number;
}

const DIGITS: Readonly<Record<FactorFormat | 'float32', number>> = { float32: 8, tf32: 8, bfloat16: 4, float16: 4, float8_e4m3: 2, float8_e5m2: 2 };

function fromFloat16(bits: number): number {
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction : fraction | 0x400) * 2 ** (Math.max(exponent, 1) - 25);
}

function valueOf(format: FactorFormat | 'float32', bits: number): number {
  switch (format) {
    case 'float32':
    case 'tf32':
      return fromBits(bits);
    case 'bfloat16':
      return fromBits(bits * 2 ** 16);
    case 'float16':
      return fromFloat16(bits);
    default:
      return fromFloat8(format, bits);
  }
}

function valuesOf(format: FactorFormat | 'float32', hex: string): number[] {
  const digits = DIGITS[format];
  return Array.from({ length: hex.length / digits }, (_, i) => valueOf(format, parseInt(hex.slice(i * digits, (i + 1) * digits), 16)));
}

/** The cases of scripts/fixtures/tensor-cores.py. */
export const MULTI_TERM_CASES: readonly MultiTermCase[] = (fixture.cases as [AdderName, FactorFormat, string, string, string, string][]).map(([name, format, a, b, c, d]) => {
  const { accumulator } = ADDERS[name];
  return { name, format, a: valuesOf(format, a), b: valuesOf(format, b), c: valuesOf(accumulator, c)[0]!, d: valuesOf(accumulator, d)[0]! };
});
