import type { ReactNode } from 'react';
import type { Comparison } from './boxes';
import type { Judged } from './judged';
import { MarkedText } from './marked-text';
import { differingText, digitsText, reasonText, suspectsText } from './verdict-sentences';
import { VERDICT_TITLES } from './verdict-titles';
import styles from './tolerance.module.css';

interface ToleranceWordsProps {
  readonly judged: Judged;
  /** It is of the results before these. */
  readonly isStale?: boolean;
  /** Said before the reasons. */
  readonly children?: ReactNode;
}

/** The verdict and its reasons. */
export function ToleranceWords({ judged, isStale = false, children }: ToleranceWordsProps) {
  const { finding } = judged.judgement;
  const digits = digitsText(judged);
  return (
    <div className={styles.verdict} role="status" data-finding={isStale ? undefined : finding}>
      <p className={styles.title}>
        {VERDICT_TITLES[finding]}.
      </p>
      {children}
      <p>
        <MarkedText>{[`${differingText(judged)}.`, reasonText(judged), suspectsText(judged)].join(' ').trim()}</MarkedText>
      </p>
      {digits !== '' && (
        <p>
          <MarkedText>{digits}</MarkedText>
        </p>
      )}
    </div>
  );
}

/** In place of a verdict, where the boxes hold no two results. */
export function NothingWords({ boxes: { first, second } }: Pick<Comparison, 'boxes'>) {
  const isRefused = first.problem !== null || second.problem !== null;
  const isOpen = first.several !== null || second.several !== null;
  const hasOne = (first.arrays?.length ?? 0) + (second.arrays?.length ?? 0) === 1;
  return (
    <div className={styles.verdict} role="status" data-finding="none">
      <p className={styles.title}>{VERDICT_TITLES.none}.</p>
      <p>
        {isRefused ? 'What is in the boxes could not be read as it stands; the reason is below the box.' : isOpen ? 'Choose which two to compare.' : hasOne ? 'One result is there. Paste the other one beside it.' : 'Paste both results: what print() shows, the message of a failing assertion, a log, or .npy files.'}
      </p>
    </div>
  );
}
