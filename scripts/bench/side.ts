/** One side of a comparison: stores its outputs, and reports the seconds per pass. */
export interface Side {
  readonly outputs: Float32Array;
  readonly seconds: () => number | Promise<number>;
}

/** Long enough that the cost of reading the clock doesn't count. */
const LEAST_SECONDS = 0.02;
/** Long enough for the JIT compiler to finish optimizing. */
const WARM_SECONDS = 0.4;

/** A side that runs in this process. It times as many passes together as it takes to be long enough. */
export function timed(outputs: Float32Array, pass: () => void): Side {
  let passes = 0;
  const measure = (): number => {
    const begin = performance.now();
    for (let i = 0; i < passes; i++) pass();
    return (performance.now() - begin) / 1000;
  };
  return {
    outputs,
    seconds: () => {
      if (passes === 0) {
        for (passes = 1; measure() < LEAST_SECONDS; ) passes *= 2;
        for (let warm = 0; warm < WARM_SECONDS; ) warm += measure();
        for (passes = 1; measure() < LEAST_SECONDS; ) passes *= 2;
      }
      return measure() / passes;
    },
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export interface Comparison {
  /** How many times as fast the first side is as the second, median of the rounds. */
  readonly ratio: number;
  /** Median for the first side. */
  readonly seconds: number;
  /** Outputs with the same bits on both sides. */
  readonly equal: number;
}

/** Runs both sides in turn, alternating which goes first, so that a noisy machine slows both alike. */
export async function compare(one: Side, other: Side, rounds: number): Promise<Comparison> {
  const ratios: number[] = [];
  const seconds: number[] = [];
  await one.seconds();
  await other.seconds();
  for (let round = 0; round < rounds; round++) {
    const [first, second] = round % 2 === 0 ? [one, other] : [other, one];
    const [a, b] = [await first.seconds(), await second.seconds()];
    const [ours, theirs] = round % 2 === 0 ? [a, b] : [b, a];
    ratios.push(theirs / ours);
    seconds.push(ours);
  }
  return { ratio: median(ratios), seconds: median(seconds), equal: one.outputs.filter((value, i) => Object.is(value, other.outputs[i])).length };
}
