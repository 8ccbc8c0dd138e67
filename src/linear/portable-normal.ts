import type { Mt19937 } from './mt19937';

const LN2 = 0.6931471805599453;
const SQRT_HALF = 0.7071067811865476;

/**
 * Standard normal numbers whose bits are the same in every JavaScript engine: Marsaglia's polar method (Marsaglia
 * and Bray, SIAM Review 6(3), 1964) with a logarithm made of +, −, × and ÷ only. The last bits of `Math.log` and
 * `Math.cos` may differ between engines; those of IEEE arithmetic and `Math.sqrt` do not.
 */
export class PortableNormal {
  private spare = NaN;

  constructor(private readonly generator: Mt19937) {}

  /** The next number, a double; never beyond ±9.3, as s is at least 2⁻⁶². */
  next(): number {
    if (this.spare === this.spare) {
      const kept = this.spare;
      this.spare = NaN;
      return kept;
    }
    const generator = this.generator;
    let u: number, v: number, s: number;
    do {
      u = generator.nextInt32() * 2 ** -31;
      v = generator.nextInt32() * 2 ** -31;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const scale = Math.sqrt((-2 * portableLog(s)) / s);
    this.spare = v * scale;
    return u * scale;
  }
}

/**
 * ln(s) for 0 < s < 1, not subnormal, to about 10⁻¹⁵ relative: s = m·2ᵉ with m in [√½, √2), ln m = 2·artanh((m−1)/(m+1)) by its
 * series, |(m−1)/(m+1)| < 0.172, so the first term left out is below 10⁻¹⁶ of the first.
 */
export function portableLog(s: number): number {
  let m = s;
  let exponent = 0;
  while (m < SQRT_HALF) {
    m *= 2;
    exponent--;
  }
  const z = (m - 1) / (m + 1);
  const q = z * z;
  const tail = q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q / 19))))))));
  return exponent * LN2 + 2 * (z + z * tail);
}
