import type { ReactNode } from 'react';
import { formatCount } from '../../lib/words';
import { greatestHeight } from '../../experiments/judge-difference';
import { UNIT_ROUNDOFFS } from '../../numerics/dtypes';
import { roughCount, sizeText } from '../../lib/size-text';
import type { Judged } from './judged';
import styles from './tolerance.module.css';

/** u of TF32 and float16 inputs. */
const SHORT_INPUT = 2 ** -11;

const TITLES = {
  equal: 'Equal to the bit',
  normal: 'Normal',
  beyond: 'Larger than any order of addition explains',
  between: 'Can’t tell: larger than is usual',
  nonfinite: 'Can’t tell: one side isn’t finite',
  digits: 'Can’t tell from these printouts',
  'no-products': 'Can’t tell without K',
} as const;

/** The verdict and its reasons. */
export function ToleranceWords({ judged }: { readonly judged: Judged }) {
  const { judgement, scale } = judged;
  return (
    <div className={styles.verdict} role="status" data-finding={judgement.finding}>
      <p className={styles.title}>
        {TITLES[judgement.finding]}
        {judgement.finding === 'beyond' && scale?.kind === 'estimated' && ', if the estimated scale is right'}.
      </p>
      <p>
        <Reasons {...judged} />
      </p>
      {judgement.slack > 0 && judgement.finding !== 'digits' && (
        <p>
          <Digits {...judged} />
        </p>
      )}
    </div>
  );
}

function Digits({ judgement }: Judged): ReactNode {
  return (
    <>
      The printouts are rounded: a difference is known to within ±{sizeText(judgement.slack)} only. Print with <code>.tolist()</code> or{' '}
      <code>torch.set_printoptions(precision=9)</code> for all digits.
    </>
  );
}

function Reasons(judged: Judged): ReactNode {
  const { judgement, products, pair, scale, ranges } = judged;
  const computed = Math.max(0, ...ranges.map(({ measured }) => measured ?? 0));
  const { finding, differing, of, absolute, typical, most, relative } = judgement;
  const K = products === null ? '' : formatCount(products);
  const some = of === 1 ? <>The numbers differ by {sizeText(absolute.value)}</> : <>{formatCount(differing)} of {formatCount(of)} numbers differ, the largest difference is {sizeText(absolute.value)}</>;
  const isTiny = scale !== null && relative !== null && relative.value <= 2 * SHORT_INPUT && UNIT_ROUNDOFFS[pair.dtype] <= 2 ** -24;
  const suspects = (
    <>
      Look for other inputs or weights, dropout or batch norm in training mode, or products in another precision.
      {isTiny && (
        <>
          {' '}
          Inputs rounded to TF32 or float16 on one side could do it (up to 2·2⁻¹¹·Σ|x·w|): on NVIDIA GPUs see <code>torch.backends.cuda.matmul.allow_tf32</code>.
        </>
      )}
    </>
  );
  switch (finding) {
    case 'equal':
      return <>All {formatCount(of)} numbers agree in every bit. There is nothing to tolerate.</>;
    case 'normal':
      if (differing === 0) return <>As far as they are printed, all {formatCount(of)} numbers agree, and what the digits leave open would be normal as well.</>;
      return (
        <>
          {some}. Two orders of adding {K} products may well differ by {sizeText(typical ?? 0)} there (2·√h·u·Σ|x·w|, h = {formatCount(greatestHeight(products ?? 0))}), so a change of batch size, thread
          count or library is enough to explain it.
        </>
      );
    case 'beyond':
      return (
        <>
          {some}. {scale?.kind === 'estimated' ? 'On the estimated scale, no' : 'No'} two orders of adding {K} products can differ by more than {sizeText(most ?? 0)} there. {suspects}
        </>
      );
    case 'between':
      return (
        <>
          {some}. That is more than two orders of {K} products usually make ({sizeText(typical ?? 0)}), yet less than the most that they could ({sizeText(most ?? 0)}).{' '}
          {computed > 0 && relative !== null && <>Of Σ|x·w|, the orders computed below differ by {sizeText(computed)} at most, these two by {sizeText(relative.value)}. </>}
          {suspects}
        </>
      );
    case 'nonfinite':
      return <>Index {absolute.index} is {sizeText(pair.actual[absolute.index] ?? NaN)} on one side and {sizeText(pair.expected[absolute.index] ?? NaN)} on the other. An order of addition does that only where partial sums overflow.</>;
    case 'digits':
      return (
        <>
          {differing === 0 ? <>As far as they are printed, all {formatCount(of)} numbers agree</> : some}, but a difference of {sizeText(typical ?? 0)} would be normal. <Digits {...judged} />
        </>
      );
    case 'no-products':
      return (
        <>
          {some}. From about K = {roughCount(judgement.normalFrom ?? 1)} products on that would be normal, if their signs fall as by chance. K is the <code>in_features</code> of the layer, the length of each
          dot product.
        </>
      );
  }
}
