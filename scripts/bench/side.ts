/** One side of a comparison: leaves its outputs behind, and says how many seconds a pass took. */
export interface Side {
  readonly outputs: Float32Array;
  readonly seconds: () => number | Promise<number>;
}

/** Long enough that the clock and a call into it don't count. */
const LEAST_SECONDS = 0.02;
/** Long enough for the compiler to have done its best, which it does while the code already runs. */
const WARM_SECONDS = 0.4;

/** A side that runs in this process. As many passes are timed together as it takes to be long enough. */
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
  /** Of the first side, median. */
  readonly seconds: number;
  /** Outputs with the same bits on both sides. */
  readonly equal: number;
}

/** Both sides in turn, the one and the other first, so that a noisy machine slows both alike. */
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
