/**
 * The z that a standard normal variable exceeds with probability p, 0 < p ≤ ½, to within 4.5·10⁻⁴ (Hastings 1955;
 * Abramowitz and Stegun 1964, 26.2.23).
 */
export function upperNormalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
}
