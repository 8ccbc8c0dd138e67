import { useMemo } from 'react';
import type { DifferenceFigures } from '../../experiments/judge-figures';
import { judgeFigures } from '../../experiments/judge-figures';
import { sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
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
  const { finding, typical, leastResult, neededAbsSum } = judgement;
  const { absolute, relative } = figures;
  const sizes = [absolute !== null && `at most ${sizeText(absolute)}`, relative !== null && `relatively at most ${sizeText(relative)}`].filter((one) => one !== false).join(', ');
  const sum = products === null ? 'products' : plural(products, 'product');
  return (
    <div className={styles.verdict} role="status" data-finding={finding}>
      <p className={styles.title}>{VERDICT_TITLES[finding]}.</p>
      <p>
        {finding !== 'none' && <>The results differ by {sizes}. </>}
        {finding === 'normal' && typical !== null && <>Two orders of adding {sum} can differ by {sizeText(typical)} of a result and more, so a change of batch size, thread count or library is enough to explain it. </>}
        {finding === 'beyond' && <>With one product and no bias there is nothing to add up in another order: look for other inputs or weights. </>}
        {finding === 'nonfinite' && <>An order of addition does that only where partial sums overflow. </>}
        {finding === 'equal' && <>As far as these figures go, there is nothing to tolerate. </>}
        {(finding === 'no-scale' || finding === 'no-products') && (
          <>
            A difference alone does not say how large the sums were that it comes from{neededAbsSum !== null && <>: with Σ|x·w| of {sizeText(neededAbsSum)} and more an order could do it</>}. Paste the two results
            {finding === 'no-products' ? <>, and give K, the layer’s <code>in_features</code></> : <>, or x and W</>}.{' '}
          </>
        )}
        {leastResult !== null && finding !== 'equal' && <>Where the difference is largest, the result is at least {sizeText(leastResult)}. </>}
      </p>
    </div>
  );
}
