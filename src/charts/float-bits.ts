import { formatCount } from '../lib/words';
import type { Dtype } from '../numerics/dtypes';
import { dtypeBits } from '../numerics/dtypes';

/** Types of which a row of bits has room for all. */
export type ShortDtype = Exclude<Dtype, 'float64'>;

/** Bits of the exponent and of the significand, behind the sign. */
export const FIELDS: Readonly<Record<ShortDtype, { readonly exponent: number; readonly significand: number }>> = {
  float32: { exponent: 8, significand: 23 },
  bfloat16: { exponent: 8, significand: 7 },
  float16: { exponent: 5, significand: 10 },
};

/** The bits of a number of a type, sign first. */
export interface FloatBits {
  /** '0' or '1', 16 or 32 of them: sign, exponent, significand. */
  readonly bits: string;
  readonly hex: string;
  /** What they mean: "−1.1000… · 2³" in words for screen readers. */
  readonly words: string;
}

export function floatBits(value: number, dtype: ShortDtype = 'float32'): FloatBits {
  const fields = FIELDS[dtype];
  const length = 1 + fields.exponent + fields.significand;
  const word = dtypeBits(dtype, value);
  const bits = word.toString(2).padStart(length, '0');
  const most = 2 ** fields.exponent - 1;
  const exponent = parseInt(bits.slice(1, 1 + fields.exponent), 2);
  const sign = bits[0] === '1' ? 'minus' : 'plus';
  const size = exponent === most ? 'infinity or not a number' : exponent === 0 ? 'zero or subnormal' : `2 to the ${formatCount(exponent - (most - 1) / 2)}`;
  return { bits, hex: `0x${word.toString(16).padStart(length / 4, '0')}`, words: `sign ${sign}, exponent ${size}, significand ${bits.slice(1 + fields.exponent)}` };
}

/** The bit positions, from 0 (the sign) on, where two values of a type differ. */
export function differingBits(a: number, b: number, dtype: ShortDtype = 'float32'): number[] {
  const against = floatBits(b, dtype).bits;
  return [...floatBits(a, dtype).bits].flatMap((bit, place) => (bit === against[place] ? [] : [place]));
}
