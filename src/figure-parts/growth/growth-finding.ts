import type { GrowthResult } from '../../store/results';
import { sizeText } from '../../lib/size-text';
import { formatCount, plural } from '../../lib/words';
import { fallsShort } from './growth-series';

/** What the curves show, in sentences. */
export function growthFinding({ spec, points }: GrowthResult): string[] {
  const last = points.at(-1);
  if (last === undefined) return ['The first sums are being added up.'];
  const ranked = [...last.errors].sort((a, b) => a.median - b.median);
  const [best, worst] = [ranked[0]!, ranked.at(-1)!];
  const sentences = [`At K = ${formatCount(last.K)} the median error is ${sizeText(worst.median)} of Σ|x·w| for ${worst.id}${worst === best ? '' : ` and ${sizeText(best.median)} for ${best.id}`}.`];
  const trees = points.flatMap(({ errors }) => errors.filter(({ bound }) => bound !== null));
  const over = trees.filter(({ max, bound }) => max > bound!).length;
  if (trees.length > 0) sentences.push(over === 0 ? `None of the ${formatCount(spec.trials)} trials at any K exceeds the bound of its tree.` : `At ${plural(over, 'point')}, at least one trial exceeds h·u: the bound leaves out terms in u².`);
  sentences.push(`The median condition number, Σ|x·w| / |Σx·w|, is ${sizeText(last.condition)}.`);
  const [drifting] = last.errors.filter((found) => fallsShort(found, last.trials)).sort((a, b) => a.mean - b.mean);
  if (drifting !== undefined) sentences.push(`On average, ${drifting.id} falls short by ${sizeText(-drifting.mean)}; ${formatCount(drifting.tooSmall)} of ${formatCount(last.trials)} sums are too small in size.`);
  return sentences;
}
