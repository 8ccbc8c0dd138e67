export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  /** Whether two NaN pass; false if left out, as in the libraries. */
  readonly equalNan?: boolean;
  /**
   * The arithmetic of the test itself. The libraries test float32 arrays in float32, each operation and both
   * tolerances rounded, which decides differences within a few ulp of the limit. float64 if left out.
   */
  readonly arithmetic?: 'float32' | 'float64';
}

export interface ToleranceVerdict {
  readonly close: boolean;
  /** How many elements fail. */
  readonly failing: number;
  /** The first element with the greatest excess; −1 if there are no elements. */
  readonly worstIndex: number;
  /** Its |a − b| − (atol + rtol·|b|): the margin by which it fails, or passes if negative. ±Infinity if a − b is not finite. */
  readonly worstExcess: number;
}

export interface NamedTolerance extends Tolerance {
  readonly id: string;
  readonly label: string;
  readonly dtype: 'any' | 'float16' | 'bfloat16' | 'float32' | 'float64';
}

/** What the libraries use when nobody gives a tolerance (tested against PyTorch 1.13 and NumPy 1.24). */
export const DEFAULT_TOLERANCES: readonly NamedTolerance[] = [
  { id: 'allclose', label: 'torch.allclose, numpy.allclose, numpy.isclose', dtype: 'any', rtol: 1e-5, atol: 1e-8 },
  { id: 'assert-close-float32', label: 'torch.testing.assert_close, float32', dtype: 'float32', rtol: 1.3e-6, atol: 1e-5 },
  { id: 'assert-close-float16', label: 'torch.testing.assert_close, float16', dtype: 'float16', rtol: 1e-3, atol: 1e-5 },
  { id: 'assert-close-bfloat16', label: 'torch.testing.assert_close, bfloat16', dtype: 'bfloat16', rtol: 1.6e-2, atol: 1e-5 },
  { id: 'assert-close-float64', label: 'torch.testing.assert_close, float64', dtype: 'float64', rtol: 1e-7, atol: 1e-7 },
  { id: 'assert-allclose', label: 'numpy.testing.assert_allclose', dtype: 'any', rtol: 1e-7, atol: 0, equalNan: true },
];

/**
 * |actual − expected| ≤ atol + rtol·|expected|, as `torch.isclose(actual, expected)` and `numpy.isclose` decide it.
 * Not symmetric: the tolerance is relative to the second argument. Equal infinities pass, any other infinity fails
 * (even under an infinite tolerance), NaN fails unless both are NaN and `equalNan` is set. −0 and +0 are equal.
 */
export function isClose(actual: number, expected: number, tolerance: Tolerance): boolean {
  return actual === expected || excess(actual, expected, tolerance) <= 0;
}

/** The test on each pair of elements; `close` is what `allclose` returns. Lengths must be equal. */
export function toleranceVerdict(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
): ToleranceVerdict {
  if (actual.length !== expected.length) {
    throw new RangeError(`${actual.length} actual values against ${expected.length} expected ones`);
  }
  let failing = 0;
  let worstIndex = -1;
  let worstExcess = -Infinity;
  for (let i = 0; i < actual.length; i++) {
    const a = actual[i] ?? NaN;
    const b = expected[i] ?? NaN;
    if (!isClose(a, b, tolerance)) failing += 1;
    const over = excess(a, b, tolerance);
    if (worstIndex < 0 || over > worstExcess) {
      worstIndex = i;
      worstExcess = over;
    }
  }
  return { close: failing === 0, failing, worstIndex, worstExcess };
}

function excess(a: number, b: number, { rtol, atol, equalNan, arithmetic }: Tolerance): number {
  if (Number.isNaN(a) && Number.isNaN(b)) return equalNan === true ? -Infinity : Infinity;
  const round = arithmetic === 'float32' ? Math.fround : (x: number) => x;
  const difference = round(Math.abs(a - b));
  if (!Number.isFinite(difference)) return a === b ? -Infinity : Infinity;
  // Exact as a double for float32 operands of similar size; the sign is always right.
  return difference - round(round(atol) + round(round(rtol) * Math.abs(b)));
}
