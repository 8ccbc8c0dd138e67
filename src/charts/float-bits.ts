import { bitsOf } from '../numerics/float32';

/** The 32 bits of a float32, sign first. */
export interface FloatBits {
  /** '0' or '1', 32 of them: sign, 8 of exponent, 23 of significand. */
  readonly bits: string;
  readonly hex: string;
  /** What they mean: "−1.1000… · 2³" in words for screen readers. */
  readonly words: string;
}

export function floatBits(value: number): FloatBits {
  const word = bitsOf(value);
  const bits = word.toString(2).padStart(32, '0');
  const exponent = (word >>> 23) & 0xff;
  const sign = word >>> 31 === 1 ? 'minus' : 'plus';
  const size = exponent === 0xff ? 'infinity or not a number' : exponent === 0 ? 'zero or subnormal' : `2 to the ${exponent - 127}`;
  return { bits, hex: `0x${word.toString(16).padStart(8, '0')}`, words: `sign ${sign}, exponent ${size}, significand ${bits.slice(9)}` };
}

/** The bit positions, 0 (the sign) to 31, where two float32 values differ. */
export function differingBits(a: number, b: number): number[] {
  const against = floatBits(b).bits;
  return [...floatBits(a).bits].flatMap((bit, place) => (bit === against[place] ? [] : [place]));
}
