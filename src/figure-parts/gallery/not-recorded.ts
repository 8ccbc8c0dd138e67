/** A library whose sums are no orders of float32 additions. */
interface NotRecorded {
  readonly library: string;
  /** What the recorder said. */
  readonly seen: string;
  readonly meaning: string;
}

/** What was tried and could not be recorded. */
export const NOT_RECORDED: readonly NotRecorded[] = [
  {
    library: 'TensorFlow.js 4.22.0, plain JavaScript, matMul + add',
    seen: 'Output 0: The sum of product 0 and product 1 is kept in more than float32, which no order in float32 can do.',
    meaning: 'it was in every call that was tried: its sums are kept in JavaScript’s own numbers, float64, so that no tree of float32 additions gives their digits.',
  },
];
