/** start + Σ x·w as two doubles; high is the double nearest to high + low. */
export interface DotPair {
  high: number;
  low: number;
  /** Bound on |exact sum − (high + low)|; 0 means that they are equal. NaN if the data are not finite. */
  radius: number;
}

/** Reused by every call, since a layer needs one per output. Read it before the next call. */
const pair: DotPair = { high: 0, low: 0, radius: 0 };

/**
 * The sum by Dot2 (Ogita, Rump and Oishi 2005), with exact products. With the rounding errors e[k] of the running
 * sum s, start + Σ x·w = s + Σ e exactly; Σ e is accumulated as `rest` with an error of at most γ(n − 1)·Σ|e|
 * (Higham 2002, ch. 3), and Σ|e| ≤ √(n·Σe²) (Cauchy and Schwarz; cheaper than Σ|e| here, and no e² underflows: e is
 * zero or at least 2⁻²⁹⁸). (n + 1)·2⁻⁵² is twice γ, which covers the roundings of the bound itself.
 */
export function compensatedPair(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): DotPair {
  let sum = start;
  let rest = 0;
  let squares = 0;
  for (let k = 0, j = wOffset; k < n; k++, j++) {
    const product = (x[xOffset + k] ?? NaN) * (w[j] ?? NaN);
    const next = sum + product;
    const part = next - sum;
    const error = sum - (next - part) + (product - part);
    sum = next;
    rest += error;
    squares += error * error;
  }
  return asPair(sum, rest, (n + 1) * 2 ** -52 * Math.sqrt(n * squares));
}

/**
 * Like `compensatedPair`, but the errors are added by two-sums as well. If none of these has an error of its own (about
 * 106 bits are enough unless the data range widely), the pair is the exact sum (radius 0); else the radius is Infinity.
 */
export function exactPair(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): DotPair {
  let sum = start;
  let rest = 0;
  let lost = 0;
  for (let k = 0, j = wOffset; k < n; k++, j++) {
    const product = (x[xOffset + k] ?? NaN) * (w[j] ?? NaN);
    const next = sum + product;
    const part = next - sum;
    const error = sum - (next - part) + (product - part);
    sum = next;
    const nextRest = rest + error;
    const restPart = nextRest - rest;
    const restError = rest - (nextRest - restPart) + (error - restPart);
    rest = nextRest;
    lost += restError * restError;
  }
  return asPair(sum, rest, lost === 0 ? 0 : Infinity);
}

function asPair(sum: number, rest: number, radius: number): DotPair {
  pair.high = sum + rest;
  const part = pair.high - sum;
  pair.low = sum - (pair.high - part) + (rest - part);
  pair.radius = radius;
  return pair;
}
