import { errorsOf, fallsShort } from '../../figure-parts/growth/growth-series';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { GrowthResult } from '../../store/results';
import type { Method } from './growth-choice';
import { METHOD_NAMES, rivalOf } from './growth-choice';

const ADDING = 'The sums are being added up.';

/** The chosen order's errors at one K, and how they compare with h·u and √h·u, in sentences. */
export function boundsFinding({ spec, points }: GrowthResult, chosen: Method, K: number): string[] {
  const found = errorsOf(points, chosen).find((at) => at.K === K)?.found;
  if (found === undefined) return [ADDING];
  const { median, max, bound, probabilistic } = found;
  const error = `At K = ${formatCount(K)}, the median error of ${METHOD_NAMES[chosen]} is ${sizeText(median)} of Σ|x·w|`;
  if (bound === null || probabilistic === null) return [`${error}. It is not a tree of additions: it carries a correction along, so h·u is not its scale.`];
  const share = sizeText(median / probabilistic);
  return [
    `${error}, ${share} times √h·u.`,
    max <= bound ? `All ${formatCount(spec.trials)} sums stay within h·u.` : 'At least one sum exceeds h·u, which leaves out terms in u².',
    ...(fallsShort(found, spec.trials) ? [`${formatCount(found.tooSmall)} of ${formatCount(spec.trials)} ${found.tooSmall === 1 ? 'is' : 'are'} too small in size.`] : []),
  ];
}

/** How many times as much the worse of the chosen order and its rival errs at one K. */
export function rivalText({ points }: GrowthResult, chosen: Method, K: number): string {
  const at = `At K = ${formatCount(K)}`;
  const both = [chosen, rivalOf(chosen)].flatMap((id) => errorsOf(points, id).flatMap(({ K: length, found }) => (length === K ? [{ name: METHOD_NAMES[id], median: found.median }] : [])));
  const [worse, better] = both.sort((a, b) => b.median - a.median);
  if (worse === undefined || better === undefined || better.median === 0) return at;
  const times = sizeText(worse.median / better.median);
  return times === '1' ? `${at}, ${worse.name} and ${better.name} err alike` : `${at}, ${worse.name} errs ${times} times as much as ${better.name}`;
}
