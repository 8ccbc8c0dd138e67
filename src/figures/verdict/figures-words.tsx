import { useMemo } from 'react';
import type { DifferenceFigures } from '../../experiments/judge-figures';
import { judgeFigures } from '../../experiments/judge-figures';
import { MarkedText } from './marked-text';
import { figuresReplyText } from './reply';
import { ReplyButton } from './reply-button';
import { figuresDifferenceText, figuresReasonText } from './verdict-sentences';
import { VERDICT_TITLES } from './verdict-titles';
import styles from './tolerance.module.css';

interface FiguresWordsProps {
  readonly figures: DifferenceFigures;
  /** K; null where the reader does not know it. */
  readonly products: number | null;
}

/** The verdict on a difference, or on what an assertion says, where the results themselves are not there. */
export function FiguresWords({ figures, products }: FiguresWordsProps) {
  const judgement = useMemo(() => judgeFigures(figures, { products, hasBias: null, layer: null }), [figures, products]);
  const { finding } = judgement;
  return (
    <div>
      <div className={styles.verdict} role="status" data-finding={finding}>
        <p className={styles.title}>{VERDICT_TITLES[finding]}.</p>
        <p>
          <MarkedText>{[figuresDifferenceText(figures, judgement), figuresReasonText(judgement, products)].join(' ').trim()}</MarkedText>
        </p>
      </div>
      {finding !== 'none' && <ReplyButton text={(link) => figuresReplyText({ figures, judgement, products, link })} />}
    </div>
  );
}
