/** Results of the same computation agree to some digits; neighbouring outputs don't. */
const NEAR = 1e-2;
/** With fewer digits, numbers agree by chance. */
const LEAST_DIGITS = 6;

/** Whether two lists look like results of one computation: as many numbers, nearly the same, with enough digits to tell. */
export function areNear(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length || a.length === 0) return false;
  if (!a.some(isLong) || !b.some(isLong)) return false;
  return a.every((value, i) => {
    const other = b[i]!;
    if (!Number.isFinite(value) || !Number.isFinite(other)) return Object.is(value, other);
    return Math.abs(value / 4 - other / 4) * 4 <= NEAR * Math.max(Math.abs(value), Math.abs(other));
  });
}

function isLong(value: number): boolean {
  return Number.isFinite(value) && value.toExponential().replace(/^-|\.|e.*$/g, '').length >= LEAST_DIGITS;
}
