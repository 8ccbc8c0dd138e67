/** Runs a calculation in steps to its end, without a pause. */
export function runThrough<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
