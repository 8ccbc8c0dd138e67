import { isShort, sumRoundoff } from '../../experiments/sum-roundoff';
import { certainHeight } from '../../experiments/tensor-core-bound';
import type { SuggestedTolerance, ToleranceKind } from '../../experiments/suggest-tolerance';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { Judged } from './judged';

/** What the two kinds of tolerance are called: over an estimate, not even the bound is certain. */
export function toleranceNames({ scale }: Pick<Judged, 'scale'>): Readonly<Record<ToleranceKind, string>> {
  return { likely: 'usual', certain: scale?.kind === 'estimated' ? 'bound h, estimated' : 'certain, h' };
}

/** Where a suggested tolerance comes from, in a sentence or two; code stands between backticks. */
export function toleranceOrigin(kind: ToleranceKind, { keeps, fitted }: SuggestedTolerance, { products, absSum, scale, pair }: Judged): string {
  const isEstimated = scale?.kind === 'estimated';
  if (keeps !== null) return `The default of \`assert_close\` passes: keep it. What fits these sums is atol = ${sizeText(fitted.atol)}.`;
  if (kind === 'likely' || products === null) return `atol is one and a half times what two orders usually differ by at any output${isEstimated ? ', estimated from the outputs' : ''}, rounded up.`;
  const u = sumRoundoff(pair.dtype) === 2 ** -53 ? '2⁻⁵³' : '2⁻²⁴';
  const cores = isShort(pair.dtype) ? ', also on tensor cores with float32 accumulators' : '';
  return `atol is 2·h·u·Σ|x·w|, rounded up: h = ${formatCount(certainHeight(pair.dtype, products))} for any order of ${formatCount(products)} products and a bias${cores}, u = ${u}, and Σ|x·w| = ${sizeText(absSum ?? 0)}${isEstimated ? ', an estimate from the outputs' : ''}.`;
}
