import type { ReactNode } from 'react';
import type { DifferenceFigures, FiguresJudgement } from '../../experiments/judge-figures';
import type { Comparison } from './boxes';
import type { Judged } from './judged';
import { MarkedText } from './marked-text';
import { differingText, digitsText, figuresDifferenceText, figuresReasonText, reasonText, suspectsText } from './verdict-sentences';
import { VERDICT_TITLES } from './verdict-titles';
import styles from './tolerance.module.css';

interface ToleranceWordsProps {
  readonly judged: Judged;
  /** It is of the results before these. */
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

/** The verdict, and what is said of it. */
export function ToleranceWords({ judged, isStale = false, children }: ToleranceWordsProps) {
  const { finding } = judged.judgement;
  return (
    <div className={styles.verdict} data-finding={isStale ? undefined : finding}>
      <p className={styles.title}>{VERDICT_TITLES[finding]}.</p>
      {children}
    </div>
  );
}

/** How far the two results differ. */
export function Differing({ judged }: { readonly judged: Judged }) {
  return <p>{differingText(judged)}.</p>;
}

interface ReasonsProps {
  readonly judged: Judged;
  /** Said before the reasons. */
  readonly children: ReactNode;
}

/** Why, and what to do about it. */
export function Reasons({ judged, children }: ReasonsProps) {
  const advice = `${suspectsText(judged)} ${digitsText(judged)}`.trim();
  return (
    <>
      {children}
      <p>
        <MarkedText>{[`${differingText(judged)}.`, reasonText(judged)].join(' ').trim()}</MarkedText>
      </p>
      {advice !== '' && (
        <p>
          <MarkedText>{advice}</MarkedText>
        </p>
      )}
    </>
  );
}

interface FiguresWordsProps {
  readonly figures: DifferenceFigures;
  readonly judgement: FiguresJudgement;
  /** K; null where the reader does not know it. */
  readonly products: number | null;
}

/** The verdict on a difference, or on what an assertion says, where the results themselves are not there. */
export function FiguresWords({ figures, judgement, products }: FiguresWordsProps) {
  const { finding } = judgement;
  return (
    <div className={styles.verdict} data-finding={finding}>
      <p className={styles.title}>{VERDICT_TITLES[finding]}.</p>
      <p>
        <MarkedText>{[figuresDifferenceText(figures, judgement), figuresReasonText(judgement, products)].join(' ').trim()}</MarkedText>
      </p>
    </div>
  );
}

/** In place of a verdict, where the boxes hold no two results. */
export function NothingWords({ boxes: { first, second } }: Pick<Comparison, 'boxes'>) {
  const isRefused = first.problem !== null || second.problem !== null;
  const isOpen = first.several !== null || second.several !== null;
  const hasOne = (first.arrays?.length ?? 0) + (second.arrays?.length ?? 0) === 1;
  return (
    <div className={styles.verdict} data-finding="none">
      <p className={styles.title}>{VERDICT_TITLES.none}.</p>
      <p>
        {isRefused ? 'What is in the boxes could not be read as it stands; the reason is below the box.' : isOpen ? 'Choose which two to compare.' : hasOne ? 'One result is there. Paste the other one beside it.' : 'Paste both results: what print() shows, the message of a failing assertion, a log, or .npy files.'}
      </p>
    </div>
  );
}
