/** Outputs that small are rare, differences larger than this are no matter of last bits. */
const LARGEST = 1e-2;
/** Differences of neighbours in a binary format are small odd multiples of powers of two; printouts show five digits of them. */
const [MOST_STEPS, CLOSE] = [16, 5e-5];
const LEAST = 3;

/** Whether numbers are what two results leave when one is subtracted from the other: zeros and last bits. */
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
