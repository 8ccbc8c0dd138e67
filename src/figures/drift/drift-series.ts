import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthErrors } from '../../experiments/growth';
import type { DriftSum } from '../../experiments/drift-sums';
import { PROMOTED_EVERY } from '../../experiments/promoted-every';
import type { GrowthDomains } from '../../figure-parts/growth/growth-series';
import { curveColour, errorsOf, fallsShort } from '../../figure-parts/growth/growth-series';
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

/** The ends of the axes; both kinds of lines have the same for positive numbers, whose errors are nearly all drift. */
export function driftDomains({ data, lines }: Pick<DriftChoice, 'data' | 'lines'>): (growth: GrowthResult) => GrowthDomains {
  const y = data === 'positive' ? ([1e-8, 1] as const) : ([1e-9, lines === 'size' ? 1 : 1e-4] as const);
  return ({ spec }) => ({ x: [LEAST_PRODUCTS, 2 ** spec.maxExponent], y });
}

/**
 * A line for each sum: the rms of its errors, or how far it falls short on average, from the K on from which that is more than
 * chance. For the sum that is read out also, dashed, the bound h·u of its steps, or the rms to hold the mean against.
 */
export function driftSeries(growth: GrowthResult, { data, lines, sum }: Pick<DriftChoice, 'data' | 'lines' | 'sum'>): CurveSeries[] {
  const { spec, points } = growth;
  const [least, most] = driftDomains({ data, lines })(growth).y;
  return spec.methods.flatMap(({ id }, n): CurveSeries[] => {
    const at = errorsOf(points, id).filter(({ K }) => K >= LEAST_PRODUCTS);
    const name = SUM_NAMES[id as DriftSum];
    const from = at.findLastIndex(({ found }) => !fallsShort(found, spec.trials)) + 1;
    const line = (label: string, kind: 'measured' | 'bound', shown: typeof at, of: (found: GrowthErrors) => number): CurveSeries[] => {
      const inside = shown.map(({ K, found }) => ({ x: K, y: of(found) })).filter(({ y }) => y >= least && y <= most);
      return inside.length === 0 ? [] : [{ id: label, label, colour: `var(${curveColour(n)})`, points: inside, kind, strong: id === sum && kind === 'measured' }];
    };
    const measured = lines === 'size' ? line(name, 'measured', at, ({ rms }) => rms) : line(name, 'measured', at.slice(from), ({ mean }) => -mean);
    if (id !== sum) return measured;
    const dashed = lines === 'size' ? line(`h·u, ${name}`, 'bound', at, ({ bound }) => bound ?? NaN) : line(`rms, ${name}`, 'bound', at, ({ rms }) => rms);
    return [...measured, ...dashed];
  });
}
