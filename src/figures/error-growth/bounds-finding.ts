import { sizeText } from '../../lib/size-text';
import type { GrowthResult } from '../../store/results';
import { formatCount, formatList, plural } from '../../lib/words';
import { errorsOf, fallsShort } from '../../figure-parts/growth/growth-series';

/** At most this many values of K are named; if there are more, they are counted. */
const NAMED = 4;

/** How the chosen order's errors compare with h·u and with √h·u, in sentences. */
export function boundsFinding({ spec, points }: GrowthResult, chosen: string): string[] {
  const trees = errorsOf(points, chosen).flatMap(({ K, found }) => (found.bound === null || found.probabilistic === null ? [] : [{ K, ...found, bound: found.bound, probabilistic: found.probabilistic }]));
  if (trees.length === 0) return points.length === 0 ? ['The first sums are being added up.'] : [`${chosen} is not a tree of additions: it carries a correction along, so h·u and √h·u are not its scale.`];
  const over = trees.filter(({ max, bound }) => max > bound);
  const above = trees.filter(({ median, probabilistic }) => median > probabilistic).map(({ K }) => formatCount(K));
  const last = trees.at(-1)!;
  const share = sizeText(last.median / last.probabilistic);
  const where = `at K = ${formatCount(last.K)} it is ${share} times`;
  return [
    over.length === 0
      ? `All ${formatCount(spec.trials)} trials of ${chosen} stay within h·u, at every K.`
      : `At ${plural(over.length, 'value')} of K, at least one trial of ${chosen} exceeds h·u: the bound leaves out terms in u².`,
    above.length === 0
      ? `The median stays below √h·u: ${where} √h·u.`
      : `The median is above √h·u at K = ${above.length <= NAMED ? formatList(above) : `${above[0]!} and ${formatCount(above.length - 1)} more`}: ${where} as much.`,
    ...(fallsShort(last, spec.trials) ? [`There, ${formatCount(last.tooSmall)} of ${formatCount(spec.trials)} sums are too small in size, on average by ${sizeText(-last.mean)}.`] : []),
  ];
}
