import { greatestHeight, sumRoundoff } from '../../experiments/judge-difference';
import type { Judged } from './judged';

/** What the plot of expected ranges spans, all relative to Σ|x·w|. */
export interface RangeScale {
  /** 2·√h·u of the highest tree: what is normal ends here. */
  readonly typical: number;
  /** 2·h·u of the highest tree: what an order of addition can do ends here. */
  readonly most: number;
  /** The largest difference of the two results. */
  readonly yours: number;
  readonly from: number;
  readonly to: number;
}

/** Null where there is nothing to compare with. */
export function rangeScale({ ranges, judgement, products, pair }: Judged): RangeScale | null {
  if (products === null || ranges.length === 0) return null;
  const yours = judgement.relative?.value ?? 0;
  const u = sumRoundoff(pair.dtype);
  const h = greatestHeight(products);
  const [typical, most] = [2 * Math.sqrt(h) * u, 2 * h * u];
  const marks = [u, typical, most * 8, ...ranges.map(({ measured }) => measured ?? 0), yours].filter((value) => value > 0 && Number.isFinite(value));
  return { typical, most, yours, from: Math.min(...marks) / 3, to: Math.max(...marks) };
}
