/** Outputs are rarely smaller than this, and larger differences are not a matter of last bits. */
const LARGEST = 1e-2;
/** Differences of nearby numbers in a binary format are small odd multiples of powers of two; printouts show five of their digits. */
const [MOST_STEPS, CLOSE] = [16, 5e-5];
const LEAST = 3;

/** Whether numbers look like the difference of two results: zeros and last bits. */
export function looksLikeDifference(values: Float64Array): boolean {
  if (values.length < LEAST) return false;
  let bits = 0;
  for (const value of values) {
    if (value === 0) continue;
    if (!(Math.abs(value) <= LARGEST) || !isFewSteps(Math.abs(value))) return false;
    bits += 1;
  }
  return bits > 0 && (bits < values.length || bits >= LEAST);
}

function isFewSteps(size: number): boolean {
  const mantissa = size / 2 ** Math.floor(Math.log2(size));
  const steps = (mantissa * MOST_STEPS) / 2;
  return Math.abs(steps - Math.round(steps)) <= CLOSE * steps;
}
