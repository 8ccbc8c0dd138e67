import type { ReactNode } from 'react';
import type { Explanation } from '../../experiments/explained';
import { withExplanation } from '../../experiments/explained';
import { capital, formatCount, plural } from '../../lib/words';
import { UNIT_ROUNDOFFS } from '../../numerics/dtypes';
import { roughCount, sizeText } from '../../lib/size-text';
import type { Comparison } from './boxes';
import type { Judged } from './judged';
import { VERDICT_TITLES } from './verdict-titles';
import styles from './tolerance.module.css';

/** u of TF32 and float16 inputs. */
const SHORT_INPUT = 2 ** -11;

interface ToleranceWordsProps {
  readonly judged: Judged;
  /** Whose digits the results are; null where that is not known. */
  readonly explanation: Explanation | null;
  /** It is of the results before these. */
  readonly isStale?: boolean;
  /** Said before the reasons. */
  readonly children?: ReactNode;
}

/** The verdict and its reasons. */
export function ToleranceWords({ judged, explanation, isStale = false, children }: ToleranceWordsProps) {
  const { judgement } = judged;
  const { finding } = explanation === null ? judgement : withExplanation(judgement, explanation);
  return (
    <div className={styles.verdict} role="status" data-finding={isStale ? undefined : finding}>
      <p className={styles.title}>
        {VERDICT_TITLES[finding]}.
      </p>
      {children}
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

/** In place of a verdict, where the boxes hold no two results. */
export function NothingWords({ boxes: { first, second } }: Pick<Comparison, 'boxes'>) {
  const isRefused = first.problem !== null || second.problem !== null;
  const hasOne = (first.arrays?.length ?? 0) + (second.arrays?.length ?? 0) === 1;
  return (
    <div className={styles.verdict} role="status" data-finding="none">
      <p className={styles.title}>{VERDICT_TITLES.none}.</p>
      <p>
        {isRefused ? 'What is in the boxes could not be read as it stands; the reason is below the box.' : hasOne ? 'One result is there. Paste the other one beside it.' : 'Paste both results: what print() shows, the message of a failing assertion, a log, or .npy files.'}
      </p>
    </div>
  );
}

function Digits({ judgement }: Judged): ReactNode {
  return (
    <>
      The printouts are rounded: a difference is known only to within ±{sizeText(judgement.slack)}. Print with <code>.tolist()</code> or{' '}
      <code>torch.set_printoptions(precision=9)</code> for all digits.
    </>
  );
}

function Reasons(judged: Judged): ReactNode {
  const { judgement, products, pair, scale, orders } = judged;
  const computed = Math.max(0, ...orders.map(({ largest }) => largest));
  const { finding, differing, of, absolute, typical, most, relative, share } = judgement;
  const sum = products === null ? '' : plural(products, 'product');
  const agreeing = of === 1 ? 'the two numbers' : `all ${formatCount(of)} numbers`;
  const some = of === 1 ? <>The numbers differ by {sizeText(absolute.value)}</> : <>{formatCount(differing)} of {formatCount(of)} numbers {differing === 1 ? 'differs' : 'differ'}; the largest difference is {sizeText(absolute.value)}</>;
  const isTiny = scale !== null && relative !== null && relative.value <= 2 * SHORT_INPUT && UNIT_ROUNDOFFS[pair.dtype] <= 2 ** -24;
  const suspects = (
    <>
      Look for different inputs or weights, dropout or batch norm in training mode, or products in a different precision.
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
      return <>{capital(agreeing)} agree in every bit. There is nothing to tolerate.</>;
    case 'zeros':
      return <>{capital(agreeing)} are equal, {formatCount(judgement.signedZeros)} of them 0 with different signs. <code>torch.equal</code> says yes; the bits differ.</>;
    case 'explained':
    case 'none':
      return null;
    case 'normal':
      if (differing === 0) return <>As far as they are printed, {agreeing} agree, and any difference that the digits hide would be normal too.</>;
      return (
        <>
          {some}. {share === null ? 'That is less' : `None is above ${sizeText(Math.ceil(100 * share.value))} % of the most`} that two orders of adding {sum} usually make there,{' '}
          {scale?.kind === 'estimated' ? 'as far as the outputs alone can tell' : 'going by the rounding errors of a few orders of these numbers'}: a change of batch size, thread count or library is enough to explain it.
        </>
      );
    case 'beyond':
      return (
        <>
          {some}. {judgement.rule === 'one-order' ? <>With {sum} there is nothing to add up in another order.</> : <>No two orders of adding {sum} can differ by more than {sizeText(most ?? 0)} there.</>} {suspects}
        </>
      );
    case 'between':
      return (
        <>
          {some}.{' '}
          {share?.of === 'all' ? (
            <>No single one is unusual; taken together they are {sizeText(share.value)} times as large as two orders of adding {sum} usually make them. </>
          ) : (
            <>That is {share !== null && <>{sizeText(share.value)} times </>}more than two orders of adding {sum} usually make ({sizeText(typical ?? 0)} at that output){most !== null && <>, yet less than the most they could ({sizeText(most)})</>}. </>
          )}
          {computed > 0 && share !== null && <>The orders computed below reach {sizeText(computed)} of that limit{scale?.kind === 'exact' ? ' on the same numbers' : ' on random numbers'}. </>}
          {suspects}
        </>
      );
    case 'no-scale':
      return (
        <>
          {some}. That is more than two orders of adding {sum} usually make for outputs of that size, but these outputs are too few, or their sums cancel too far, to tell: add x and W. With Σ|x·w| of {sizeText(judgement.neededAbsSum ?? 0)} and more an
          order could do it.
        </>
      );
    case 'nonfinite':
      return <>Index {absolute.index} is {sizeText(pair.actual[absolute.index] ?? NaN)} on one side and {sizeText(pair.expected[absolute.index] ?? NaN)} on the other. An order of addition does that only where partial sums overflow.</>;
    case 'digits':
      return (
        <>
          {differing === 0 ? <>As far as they are printed, {agreeing} agree</> : some}, but a difference of {sizeText(typical ?? 0)} would be normal. <Digits {...judged} />
        </>
      );
    case 'no-products':
      return (
        <>
          {some}. From about K = {roughCount(judgement.normalFrom ?? 1)} products on, that would be normal if their signs fall at random. K is the <code>in_features</code> of the layer, the length of each
          dot product.
        </>
      );
  }
}
