import { errorBound, probabilisticBound } from '../orders/height';
import { roundLayer } from '../linear/round-layer';
import { mix32 } from '../orders/hash';
import type { GrowthMethod, StripMethod, StripSource } from './growth-strip';
import { growthStrip, stripMethods, TRIALS_PER_STRIP } from './growth-strip';
import { ascending, median, quantile } from './quantile';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { GridShare } from './growth-grid';
import { gridProducts, sharedGrid } from './growth-grid';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** Error against K: for each K of a grid, many dot products of fresh numbers, each computed by every method. */
export interface GrowthSpec {
  readonly source: StripSource;
  /** Methods for any K, with unique ids; one that doesn't fit some K has no point there. */
  readonly methods: readonly GrowthMethod[];
  /** K goes from 1 to 2^maxExponent. */
  readonly maxExponent: number;
  readonly pointsPerOctave: number;
  /** One more K. */
  readonly also?: number;
  /** Dot products per K. */
  readonly trials: number;
  readonly seed: number;
  /** This worker's share, if several share the grid; left out, the whole grid. */
  readonly share?: GridShare;
}

/** Errors |computed − exact| / Σ|x·w| of one method at one K, over the trials. */
export interface GrowthErrors {
  readonly id: string;
  readonly median: number;
  readonly q10: number;
  readonly q90: number;
  readonly max: number;
  /** The root of their mean square. */
  readonly rms: number;
  /** Their mean with signs: below 0 if the sums are mostly smaller in size than they should be. */
  readonly mean: number;
  /** The trials whose sum is smaller in size than it should be. */
  readonly tooSmall: number;
  /** h·u of the tree, and √h·u; null for sums that are not trees. The errors of an adder do not cancel as √h·u supposes: null, too. */
  readonly bound: number | null;
  readonly probabilistic: number | null;
}

export interface GrowthPoint {
  readonly K: number;
  readonly trials: number;
  /** Median of Σ|x·w| / |Σx·w|. */
  readonly condition: number;
  readonly errors: readonly GrowthErrors[];
}

/**
 * Computes one point per octave first, then those between, so that the curves appear at once and get finer; small K
 * first. A slow K yields within each strip of trials.
 */
export function* growth(spec: GrowthSpec, { engine }: ExperimentContext = newExperimentContext()): Experiment<GrowthPoint> {
  const grid = sharedGrid(spec);
  // Each format of inputs has an exact sum of its own.
  const passes = spec.methods.length + new Set(spec.methods.map(({ inputs }) => inputs)).size;
  const total = gridProducts(grid, { trials: spec.trials, methods: passes - 1 });
  let done = 0;
  for (const K of grid) {
    const making = stripMethods(spec.methods, K, engine);
    let made = making.next();
    for (; made.done !== true; made = making.next()) yield progress(done, total);
    const methods = made.value;
    const errors = methods.map(() => new Float64Array(spec.trials));
    const conditions = new Float64Array(spec.trials);
    for (let trial = 0; trial < spec.trials; trial += TRIALS_PER_STRIP) {
      const outputs = Math.min(TRIALS_PER_STRIP, spec.trials - trial);
      const strip = growthStrip(spec.source, methods, K, outputs, stripSeed(spec.seed, K, trial), engine, roundLayer);
      let next = strip.next();
      for (; next.done !== true; next = strip.next()) yield progress(done, total);
      conditions.set(next.value.conditions, trial);
      for (const [method, found] of next.value.errors.entries()) errors[method]!.set(found, trial);
      done += K * outputs * passes;
    }
    const curves = methods.map((method, index) => summary(method, errors[index]!));
    yield partial({ K, trials: spec.trials, condition: median(conditions), errors: curves }, []);
    yield progress(done, total);
  }
  return null;
}

/** Seeds each strip afresh, so that adding trials keeps the earlier ones, and a K has the same numbers on any grid. */
function stripSeed(seed: number, K: number, trial: number): number {
  return mix32(mix32(mix32(seed) + K) + trial);
}

function summary({ id, run }: StripMethod, errors: Float64Array): GrowthErrors {
  const sorted = ascending(errors.map(Math.abs));
  const mean = (of: (error: number) => number): number => errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
  const tree = run.kind === 'tree';
  return {
    id,
    median: quantile(sorted, 0.5),
    q10: quantile(sorted, 0.1),
    q90: quantile(sorted, 0.9),
    max: quantile(sorted, 1),
    rms: Math.sqrt(mean((error) => error * error)),
    mean: mean((error) => error),
    tooSmall: errors.filter((error) => error < 0).length,
    bound: tree ? errorBound(run.height, 1) : null,
    probabilistic: tree && run.program.adder === null ? probabilisticBound(run.height, 1) : null,
  };
}
