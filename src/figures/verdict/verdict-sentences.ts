import { roughCount, sizeText } from '../../lib/size-text';
import { capital, formatCount, plural } from '../../lib/words';
import { UNIT_ROUNDOFFS } from '../../numerics/dtypes';
import type { Judged } from './judged';

/** u of TF32 and float16 inputs. */
const SHORT_INPUT = 2 ** -11;

/*
 * What the verdict says of its reasons, for the page and for what is copied from it: plain sentences, in which code stands
 * between backticks.
 */

/** How far the two results differ, without a full stop. */
export function differingText({ judgement, pair }: Judged): string {
  const { finding, differing, of, absolute, signedZeros } = judgement;
  const all = of === 1 ? 'the two numbers' : `all ${formatCount(of)} numbers`;
  const some = `${formatCount(differing)} of ${formatCount(of)} numbers ${differing === 1 ? 'differs' : 'differ'}`;
  if (finding === 'equal') return `${capital(all)} agree in every bit`;
  if (finding === 'zeros') return `${capital(all)} are equal, ${formatCount(signedZeros)} of them 0 with different signs`;
  if (finding === 'nonfinite') {
    const { index } = absolute;
    const at = `index ${index} is ${sizeText(pair.actual[index] ?? NaN)} on one side and ${sizeText(pair.expected[index] ?? NaN)} on the other`;
    return differing > 1 ? `${some}; ${at}` : capital(at);
  }
  if (differing === 0) return `As far as they are printed, ${all} agree`;
  return of === 1 ? `The numbers differ by ${sizeText(absolute.value)}` : `${some}; the largest difference is ${sizeText(absolute.value)}`;
}

/** What orders of addition do with such sums; '' where whose digits they are says it all. */
export function reasonText({ judgement, pair, products, scale, orders }: Judged): string {
  const { finding, differing, absolute, worst, typical, most, share, rule } = judgement;
  const sum = products === null ? '' : plural(products, 'product');
  const size = Math.abs((pair.actual[worst] ?? NaN) - (pair.expected[worst] ?? NaN));
  const isThere = worst === absolute.index || worst < 0;
  const computed = Math.max(0, ...orders.map(({ largest }) => largest));
  switch (finding) {
    case 'none':
    case 'explained':
      return '';
    case 'equal':
      return 'There is nothing to tolerate.';
    case 'zeros':
      return '`torch.equal` says yes; the bits differ.';
    case 'normal':
      if (differing === 0) return 'Any difference that the digits hide would be normal too.';
      return `${scale?.kind === 'estimated' ? 'As far as the outputs alone can tell' : 'By the rounding errors of a few orders of these numbers'}, two orders of adding ${sum} usually stay below ${sizeText(typical ?? 0)} ${isThere ? 'there' : `at index ${worst}, where the difference (${sizeText(size)}) comes nearest to that`}. A change of batch size, thread count or library is enough to explain it.`;
    case 'beyond':
      if (rule === 'one-order') return `With ${sum} there is nothing to add up in another order.`;
      return `No two orders of adding ${sum} can differ by more than ${sizeText(most ?? 0)} ${isThere ? 'there' : `at index ${worst}, where these differ by ${sizeText(size)}`}.`;
    case 'between': {
      const times = typical === null || !(typical > 0) ? null : size / typical;
      const isOne = share?.of !== 'all' || (times !== null && times > 1);
      const alone = `${isThere ? 'That is' : `At index ${worst} the difference is`} ${times === null ? 'more than' : `${sizeText(times)} times`} what two orders of adding ${sum} usually make (${sizeText(typical ?? 0)} at that output)${most === null ? '' : `, yet less than the most they could (${sizeText(most)})`}.`;
      const together = `${isOne ? 'Taken together the differences' : 'No single one is unusual; taken together they'} are ${sizeText(share?.value ?? 0)} times as large as ${isOne ? 'usual' : `two orders of adding ${sum} usually make them`}.`;
      const reach = computed > 0 && share !== null ? `The orders computed below reach ${sizeText(computed)} of that limit on ${scale?.kind === 'exact' ? 'the same' : 'random'} numbers.` : '';
      return [...(isOne ? [alone, reach] : [together, reach]), ...(isOne && share?.of === 'all' ? [together] : [])].filter((sentence) => sentence !== '').join(' ');
    }
    case 'no-scale':
      return `That is more than two orders of adding ${sum} usually make for outputs of that size, but these outputs are too few, or their sums cancel too far, to tell: add x and W. With Σ|x·w| of ${sizeText(judgement.neededAbsSum ?? 0)} and more an order could do it.`;
    case 'nonfinite':
      return 'An order of addition does that only where partial sums overflow.';
    case 'digits':
      return `Yet a difference of ${sizeText(typical ?? 0)} would be normal.`;
    case 'no-products':
      return `From about K = ${roughCount(judgement.normalFrom ?? 1)} products on, that would be normal if their signs fall at random. K is the \`in_features\` of the layer, the length of each dot product.`;
  }
}

/** What to look for where an order of addition does not explain it; '' where one may. */
export function suspectsText({ judgement, pair, scale }: Judged): string {
  const { finding, relative } = judgement;
  if (finding === 'nonfinite') return 'Look for NaN or infinity in the inputs and weights first, with `torch.isfinite`.';
  if (finding !== 'beyond' && finding !== 'between') return '';
  const isTiny = scale !== null && relative !== null && relative.value <= 2 * SHORT_INPUT && UNIT_ROUNDOFFS[pair.dtype] <= 2 ** -24;
  const short = isTiny ? ' Inputs rounded to TF32 or float16 on one side could do it (up to 2·2⁻¹¹·Σ|x·w|): on NVIDIA GPUs see `torch.backends.cuda.matmul.allow_tf32`.' : '';
  return `Look for different inputs or weights, dropout or batch norm in training mode, or products in a different precision.${short}`;
}

/** What the printouts leave open; '' where they show enough, and where more digits would change nothing. */
export function digitsText({ judgement }: Judged): string {
  if (!(judgement.slack > 0) || judgement.finding === 'nonfinite') return '';
  return `The printouts are rounded: a difference is known only to within ±${sizeText(judgement.slack)}. Print with \`.tolist()\` or \`torch.set_printoptions(precision=9)\` for all digits.`;
}
