import { mix32 } from '../orders/hash';
import { growthStrip, stripMethods, TRIALS_PER_STRIP } from './growth-strip';
import type { MethodSpec } from './method-spec';
import { median } from './quantile';

export interface ErrorByConditionSpec {
  readonly method: MethodSpec;
  readonly K: number;
  /** Condition numbers to aim at. */
  readonly conditions: readonly number[];
  /** Dot products per condition number. */
  readonly trials: number;
  readonly seed: number;
}

/** Medians over the trials at one condition number. */
export interface ConditionPoint {
  /** The condition number aimed at. */
  readonly aimed: number;
  /** Of the actual Σ|x·w| / |Σx·w|. */
  readonly condition: number;
  /** Of |computed − exact| / Σ|x·w|, which the tree bounds. */
  readonly backward: number;
  /** Of |computed − exact| / |exact|, which is unbounded: in each trial, the backward error times the condition number. */
  readonly ofResult: number;
}

/** One order on ever more ill-conditioned data. Yields the finished points, and null in between. */
export function* errorByCondition({ method, K, conditions, trials, seed }: ErrorByConditionSpec): Generator<readonly ConditionPoint[] | null, void> {
  const making = stripMethods([{ id: 'one', method }], K);
  let made = making.next();
  for (; made.done !== true; made = making.next()) yield null;
  const points: ConditionPoint[] = [];
  for (const condition of conditions) {
    const [found, backward, ofResult]: [number[], number[], number[]] = [[], [], []];
    for (let trial = 0; trial < trials; trial += TRIALS_PER_STRIP) {
      const outputs = Math.min(TRIALS_PER_STRIP, trials - trial);
      const strip = growthStrip({ kind: 'cancelling', condition }, made.value, K, outputs, mix32(mix32(mix32(seed) + K) + trial));
      let next = strip.next();
      for (; next.done !== true; next = strip.next()) yield null;
      const errors = next.value.errors[0] ?? [];
      next.value.conditions.forEach((one, j) => {
        const error = Math.abs(errors[j] ?? NaN);
        found.push(one);
        backward.push(error);
        // Hitting an exact 0 is no error, whatever the condition number.
        ofResult.push(error === 0 ? 0 : error * one);
      });
    }
    const [a, b, c] = [found, backward, ofResult].map(median);
    points.push({ aimed: condition, condition: a!, backward: b!, ofResult: c! });
    yield [...points];
  }
}
