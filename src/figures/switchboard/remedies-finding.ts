import type { RemediesSpec } from '../../experiments/remedies';
import { formatCount, formatList, outputsDiffer, uncapital } from '../../lib/words';
import type { RemediesResult } from '../../store/results';
import { REMEDY_TEXTS } from './remedy-texts';

const FIGURES = ['differing', 'medianDifference', 'maxDifference'] as const;

/** What the remedies leave, in a sentence or two; '' until all are there. */
export function remediesFinding({ remedies, of, spec }: Pick<RemediesResult, 'remedies' | 'of'> & { readonly spec: Pick<RemediesSpec, 'batch'> }): string {
  const [none, ...others] = remedies;
  if (none === undefined || remedies.length < Object.keys(REMEDY_TEXTS).length) return '';
  const calls = `between 1 row and ${formatCount(spec.batch)}`;
  if (none.differing === 0) return `As it is, all ${formatCount(of)} outputs agree ${calls}: there is nothing to mend.`;
  const ending = others.filter(({ differing }) => differing === 0).length;
  // What has the same figures throughout has the same sums; as many outputs can also differ in other sums.
  const useless = others.filter((one) => FIGURES.every((figure) => one[figure] === none[figure]) && one.errors.every((error, side) => error === none.errors[side])).map(({ name }) => uncapital(REMEDY_TEXTS[name].name));
  const float64 = others.find(({ name }) => name === 'float64')!.differing;
  const rest = [
    `${ending === 0 ? 'None' : formatCount(ending)} of ${formatCount(others.length)} remedies ${ending === 1 ? 'ends' : 'end'} that`,
    ...(float64 === 0 ? [] : [`float64 leaves ${formatCount(float64)}`]),
    ...(useless.length === 0 ? [] : [`${formatList(useless)} ${useless.length === 1 && useless[0] !== 'deterministic flags' ? 'changes' : 'change'} nothing`]),
  ];
  return `${outputsDiffer(none.differing, of)} ${calls}. ${rest.join('; ')}.`;
}
