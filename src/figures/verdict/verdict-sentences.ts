import type { DifferenceFigures, FiguresJudgement } from '../../experiments/judge-figures';
import type { TensorCoreBound } from '../../experiments/tensor-core-bound';
import { roughCount, sizeText } from '../../lib/size-text';
import { capital, formatCount, plural } from '../../lib/words';
import type { Judged } from './judged';

/*
 * What the verdict says of its reasons, for the page and for what is copied from it: plain sentences, in which code stands
 * between backticks.
 */

const IS_ENOUGH = 'A change of batch size, thread count or library is enough to explain it.';
const ONLY_OVERFLOW = 'An order of addition does that only where partial sums overflow.';

function nothingToReorder(sum: string): string {
  return `With ${sum} there is nothing to add up in another order.`;
}

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
  const { finding, differing, absolute, worst, typical, most, share, rule, grains, rounded } = judgement;
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
      return `${scale?.kind === 'estimated' ? 'As far as the outputs alone can tell' : 'By the rounding errors of a few orders of these numbers'}, two orders of adding ${sum} usually stay below ${sizeText(typical ?? 0)} ${isThere ? 'there' : `at index ${worst}, where the difference (${sizeText(size)}) comes nearest to that`}. ${IS_ENOUGH}`;
    case 'beyond':
      if (rule === 'one-order') return nothingToReorder(sum);
      return `No two orders of adding ${sum} can differ by more than ${sizeText(most ?? 0)} ${isThere ? 'there' : `at index ${worst}, where these differ by ${sizeText(size)}`}.`;
    case 'between': {
      const times = typical === null || !(typical > 0) ? null : size / typical;
      const isOne = share?.of !== 'all' || (times !== null && times > 1);
      const alone = `${isThere ? 'That is' : `At index ${worst} the difference is`} ${times === null ? 'more than' : `${sizeText(times)} times`} what two orders of adding ${sum} usually make (${sizeText(typical ?? 0)} at that output)${most === null ? '' : `, yet less than the most they could (${sizeText(most)})`}.`;
      const together = `${isOne ? 'Taken together the differences' : 'No single one is unusual; taken together they'} are ${sizeText(share?.value ?? 0)} times as large as ${isOne ? 'usual' : `two orders of adding ${sum} usually make them`}.`;
      const reach = computed > 0 && share !== null ? `The orders computed here reach ${sizeText(computed)} of that limit on ${scale?.kind === 'exact' ? 'the same' : 'random'} numbers.` : '';
      return [...(isOne ? [alone, reach] : [together, reach]), ...(isOne && share?.of === 'all' ? [together] : [])].filter((sentence) => sentence !== '').join(' ');
    }
    case 'no-scale': {
      const cancellation = rounded === null && grains !== null ? Math.max(grains.actual.cancellation, grains.expected.cancellation) : 1;
      if (cancellation > 1) return `That is more than two orders of adding ${sum} usually make for outputs of that size. Yet their last bits are 0 more often than by chance, as partial sums about ${roughCount(Math.round(cancellation))} times as large leave them, so the outputs alone can’t tell: add x and W. With Σ|x·w| of ${sizeText(judgement.neededAbsSum ?? 0)} and more an order could do it.`;
      return `That is more than two orders of adding ${sum} usually make for outputs of that size, but these outputs are too few, or their sums may cancel too far, to tell: add x and W. With Σ|x·w| of ${sizeText(judgement.neededAbsSum ?? 0)} and more an order could do it.`;
    }
    case 'nonfinite':
      return ONLY_OVERFLOW;
    case 'digits':
      return `Yet a difference of ${sizeText(typical ?? 0)} would be normal.`;
    case 'no-products':
      return `${normalFromText(judgement)} K is the \`in_features\` of the layer, the length of each dot product.`;
  }
}

function normalFromText({ normalFrom, slack }: Judged['judgement']): string {
  if (slack > 0 && normalFrom === 1) return 'That may be no more than the rounding of the last digits shown.';
  return `From about K = ${formatCount(Number((normalFrom ?? 1).toPrecision(2)))} products on, that would be normal if their signs fall at random.`;
}

/** What to look for where an order of addition does not explain it; '' where one may. */
export function suspectsText(judged: Judged): string {
  const { judgement } = judged;
  const { finding, suspects, rounded } = judgement;
  if (finding === 'nonfinite') return 'Look for NaN or infinity in the inputs and weights first, with `torch.isfinite`.';
  if (finding !== 'beyond' && finding !== 'between') return '';
  const { shortInputs, layer } = judged;
  if (shortInputs !== null) return `${capital(`the ${shortInputs.side}`)} result is as far from the exact sums as if ${INPUTS[shortInputs.inputs]} had been ${shortInputs.rounding === 'cut' ? 'cut' : 'rounded'} to ${FORMAT_NAMES[shortInputs.format]}.${shortInputs.format === 'tf32' ? TF32_SWITCH : ''}`;
  if (rounded !== null) return `All numbers of the ${rounded.side === 'actual' ? 'first' : 'second'} result are ${FORMAT_NAMES[rounded.format]} numbers, those of the other are not: it was rounded to that format, or added up in it.`;
  // With x and W it was tried, and does not fit.
  const finest = layer === null ? suspects[0] : undefined;
  const short =
    finest === undefined
      ? ''
      : finest.format === 'bfloat16'
        ? ' Inputs rounded to bfloat16 on one side could do it: up to 2⁻⁷ of Σ|x·w|, or 2⁻⁶ where they are cut.'
        : ` Inputs rounded to TF32 or float16 on one side could do it: up to 2⁻¹⁰ of Σ|x·w|, or 2⁻⁹ where they are cut.${TF32_SWITCH}`;
  return `Look for different inputs or weights, dropout or batch norm in training mode, or products in a different precision.${short}${tensorCoresText(judged)}`;
}

function tensorCoresText({ judgement: { tensorCores }, products, layer, pair }: Judged): string {
  if (tensorCores === null) return '';
  const { widest, narrowest } = tensorCores;
  const of = ({ adder, factors, bound }: TensorCoreBound): string => `${sizeText(bound)} (${adder.toUpperCase()}, ${FORMAT_NAMES[factors]})`;
  return ` Additions on tensor cores could do it, too: they cut instead of rounding, and two such sums of ${formatCount(products ?? 0)} products can differ by ${of(narrowest)} to ${of(widest)} of Σ|x·w|.${layer !== null && pair.dtype === 'float32' ? TF32_SWITCH : ''}`;
}

const TF32_SWITCH = ' On NVIDIA GPUs see `torch.backends.cuda.matmul.allow_tf32`.';

const FORMAT_NAMES = { tf32: 'TF32', float16: 'float16', bfloat16: 'bfloat16' } as const;

const INPUTS = { x: 'x', weight: 'W', both: 'x and W' } as const;

/** What the printouts leave open; '' where they show enough, and where more digits would change nothing. */
export function digitsText({ judgement }: Judged): string {
  if (!(judgement.slack > 0) || judgement.finding === 'nonfinite') return '';
  return `The printouts are rounded: a difference is known only to within ±${sizeText(judgement.slack)}. Print with \`.tolist()\` or \`torch.set_printoptions(precision=9)\` for all digits.`;
}

/** How far two results differ that are not there themselves, by a difference or an assertion's figures. */
export function figuresDifferenceText({ absolute, relative }: DifferenceFigures, { finding, leastResult }: FiguresJudgement): string {
  if (finding === 'none') return '';
  const sizes = [absolute === null ? '' : `at most ${sizeText(absolute)}`, relative === null ? '' : `relatively at most ${sizeText(relative)}`].filter((one) => one !== '').join(', ');
  const least = leastResult === null || finding === 'equal' ? '' : ` Where the difference is largest, the result is at least ${sizeText(leastResult)}.`;
  return `The results differ by ${sizes}.${least}`;
}

/** What orders of addition do with sums that so differ; '' where there is nothing to say. */
export function figuresReasonText({ finding, typical, neededAbsSum }: FiguresJudgement, products: number | null): string {
  switch (finding) {
    case 'normal':
      return typical === null ? '' : `Two orders of adding ${products === null ? 'products' : plural(products, 'product')} can differ by ${sizeText(typical)} of a result and more. ${IS_ENOUGH}`;
    case 'beyond':
      return `${nothingToReorder('one product and no bias')} Look for other inputs or weights.`;
    case 'nonfinite':
      return ONLY_OVERFLOW;
    case 'equal':
      return 'As far as these figures go, there is nothing to tolerate.';
    case 'no-scale':
    case 'no-products': {
      const needed = neededAbsSum === null ? '' : `: with Σ|x·w| of ${sizeText(neededAbsSum)} and more an order could do it`;
      return `A difference alone does not say how large the sums were that it comes from${needed}. Paste the two results${finding === 'no-products' ? ', and give K, the layer’s `in_features`' : ', or x and W'}.`;
    }
    case 'between':
    case 'none':
      return '';
  }
}
