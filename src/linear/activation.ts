/** The activation between two layers. */
export const ACTIVATIONS = ['gelu', 'relu', 'none'] as const;

export type Activation = (typeof ACTIVATIONS)[number];

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_2_OVER_PI = 0.7978845608028654;

/** 1/13!, 1/12!, … 1/0!, each the nearest double. */
const TAYLOR = [1 / 6227020800, 1 / 479001600, 1 / 39916800, 1 / 3628800, 1 / 362880, 1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1];

/**
 * eᵗ in +, −, × and ÷ only, so that its bits are the same in every JavaScript engine; those of `Math.exp` may differ.
 * t = k·ln 2 + r with ln 2 in two parts (Cody and Waite 1980: k·LN2_HIGH is exact), the Taylor series of degree 13 at
 * |r| ≤ 0.35 (truncation error below 10⁻¹⁷), then k exact doublings. Relative error about 10⁻¹⁵. Beyond ±700 it gives
 * Infinity and 0; NaN gives NaN.
 */
export function portableExp(t: number): number {
  if (t > 700) return Infinity;
  if (t < -700) return 0;
  const k = Math.floor(t / Math.LN2 + 0.5);
  const r = t - k * LN2_HIGH - k * LN2_LOW;
  let value = 0;
  for (const coefficient of TAYLOR) value = value * r + coefficient;
  for (let i = 0; i < k; i++) value *= 2;
  for (let i = 0; i > k; i--) value /= 2;
  return value;
}

/**
 * GELU by its tanh approximation (Hendrycks and Gimpel 2016), ½x(1 + tanh z) with z = √(2/π)·(x + 0.044715x³), in
 * double. ½(1 + tanh z) is 1/(1 + e⁻²ᶻ): one exponential and no cancellation.
 */
export function gelu(x: number): number {
  const z = SQRT_2_OVER_PI * (x + 0.044715 * x * x * x);
  return x / (1 + portableExp(-2 * z));
}

/** The activation of a float32 value, as an unrounded double. NaN stays NaN. */
export function activate(activation: Activation, x: number): number {
  if (activation === 'gelu') return gelu(x);
  return activation === 'relu' ? Math.max(x, 0) : x;
}
