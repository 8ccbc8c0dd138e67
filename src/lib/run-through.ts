/** Runs a calculation that is cut into steps to its end in one go. */
export function runThrough<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
