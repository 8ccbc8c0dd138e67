import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthErrors } from '../../experiments/growth';
import type { DriftSum } from '../../experiments/drift-sums';
import { PROMOTED_EVERY } from '../../experiments/drift-sums';
import type { GrowthDomains } from '../../figure-parts/growth/growth-series';
import { curveColour, errorsOf } from '../../figure-parts/growth/growth-series';
import type { FigureValues } from '../../share/figure-settings';
import type { GrowthResult } from '../../store/results';

export type DriftChoice = FigureValues<'drift'>;

/** Names of the sums, short enough for the end of a line. */
export const SUM_NAMES: Readonly<Record<DriftSum, string>> = {
  v100: 'V100',
  a100: 'A100',
  h100: 'H100',
  'h100-fp8': 'H100, float8',
  promoted: `float8, every ${PROMOTED_EVERY}`,
  'one-by-one': 'float32, one by one',
};

export const DATA_NAMES: Readonly<Record<DriftChoice['data'], string>> = { positive: 'all positive', uniform: 'both signs' };

/** Titles of the vertical axis. */
export const AXES: Readonly<Record<DriftChoice['lines'], string>> = {
  size: 'rms of (computed − exact) / Σ|x·w|',
  mean: 'mean shortfall, as a share of Σ|x·w|',
};

/** Shorter sums are hardly more than one step of the widest adder. */
const LEAST_PRODUCTS = 16;

/**
 * Whether the mean of the errors says that sums come out too small: it is more than three standard errors below zero, which
 * errors that point either way alike reach by chance once in 700 times.
 */
export function fallsShort({ mean, rms }: GrowthErrors, trials: number): boolean {
  return mean < -3 * Math.sqrt(Math.max(0, rms * rms - mean * mean) / trials);
}

/**
 * A line for each sum: the rms of its errors, or how far it falls short on average, from the K on from which that is more than
 * chance. For the sum that the words are about, also the bound h·u of its steps, or the rms to hold the mean against.
 */
export function driftSeries({ spec, points }: GrowthResult, { lines, sum }: Pick<DriftChoice, 'lines' | 'sum'>): CurveSeries[] {
  return spec.methods.flatMap(({ id }, n): CurveSeries[] => {
    const colour = `var(${curveColour(n)})`;
    const at = errorsOf(points, id).filter(({ K }) => K >= LEAST_PRODUCTS);
    const own = id === sum;
    const name = SUM_NAMES[id as DriftSum];
    if (lines === 'mean') {
      const from = at.findLastIndex(({ found }) => !fallsShort(found, spec.trials)) + 1;
      const mean: CurveSeries = { id, label: name, colour, points: at.slice(from).map(({ K, found }) => ({ x: K, y: -found.mean })), kind: 'measured' };
      return own ? [mean, { id: 'rms', label: `rms, ${name}`, colour, points: at.map(({ K, found }) => ({ x: K, y: found.rms })), kind: 'bound' }] : [mean];
    }
    const rms: CurveSeries = { id, label: name, colour, points: at.map(({ K, found }) => ({ x: K, y: found.rms })), kind: 'measured' };
    return own ? [rms, { id: 'bound', label: `h·u, ${name}`, colour, points: at.map(({ K, found }) => ({ x: K, y: found.bound ?? NaN })), kind: 'bound' }] : [rms];
  });
}

/** The same axes for all numbers and both kinds of lines, so that they can be compared. */
export function driftDomains({ spec }: GrowthResult): GrowthDomains {
  return { x: [LEAST_PRODUCTS, 2 ** spec.maxExponent], y: [1e-9, 10] };
}
