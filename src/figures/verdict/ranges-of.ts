import type { RangesProps } from '../../charts/marks/ranges';
import { greatestHeight, sumRoundoff } from '../../experiments/sum-roundoff';
import type { Judged } from './judged';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';

/**
 * Where the largest difference lies beside what orders of addition do, all relative to Σ|x·w|. Null where there is
 * nothing to compare with.
 *
 * @param length of the axis, in pixels
 * @param whose what the difference is called: "yours"
 */
export function rangesOf({ ranges, judgement, products, pair, scale }: Judged, length: number, whose: string): RangesProps | null {
  if (products === null || ranges.length === 0) return null;
  const value = judgement.relative?.value ?? 0;
  const u = sumRoundoff(pair.dtype);
  const h = greatestHeight(products);
  // 2·√h·u of the highest tree: what is normal ends here; 2·h·u: what an order of addition can do ends here.
  const [typical, most] = [2 * Math.sqrt(h) * u, 2 * h * u];
  const shown = [u, typical, most * 8, ...ranges.map(({ measured }) => measured ?? 0), value].filter((one) => one > 0 && Number.isFinite(one));
  return {
    axis: { from: Math.min(...shown) / 3, to: Math.max(...shown), length },
    spans: ranges.map(({ label, height, typical: from, most: to, measured }) => ({ label: `${label}, h = ${formatCount(height)}`, from, to, computed: measured })),
    limits: [typical, most],
    regions: ['normal', 'unusual', 'not by order'],
    value,
    valueText: `${whose}, ${sizeText(value)}`,
    title: `difference relative to Σ|x·w|${scale?.kind === 'estimated' ? ' (estimated)' : ''}`,
  };
}
