import { toleranceLines } from '../../experiments/tolerance-lines';
import type { SuggestedTolerance } from '../../experiments/suggest-tolerance';
import { CopyButton } from '../../ui/copy-button';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { sizeText } from '../../lib/size-text';
import type { Judged } from './judged';
import { MarkedText } from './marked-text';
import { toleranceNames, toleranceOrigin } from './tolerance-origin';
import styles from './tolerance.module.css';
import type { ComparisonState } from './use-comparison';

interface ToleranceLineProps {
  readonly judged: Judged;
  readonly suggested: SuggestedTolerance | null;
}

/** A tolerance to use, as a line of code. */
export function ToleranceLine({ judged: { products, absSum }, suggested }: ToleranceLineProps) {
  if (products === null || absSum === null || suggested === null) return <p className={styles.swap}>Give K, and a tolerance that fits it appears here as a line of code.</p>;
  return (
    <>
      <span className={styles.label}>{suggested.keeps === null ? 'A tolerance to use' : 'The default tolerance passes'}</span>
      <Line>{toleranceLines(suggested).torch}</Line>
    </>
  );
}

function Line({ children }: { readonly children: string }) {
  return (
    <>
      <pre className={styles.line}>
        <code>{children}</code>
      </pre>
      <CopyButton text={children} label="Copy" confirmation="Copied" />
    </>
  );
}

interface ToleranceCodeProps extends ToleranceLineProps {
  readonly comparison: ComparisonState;
}

/** The choice of a tolerance, where it comes from, and how other libraries write it. */
export function ToleranceCode({ comparison: { values }, judged, suggested }: ToleranceCodeProps) {
  const kind = values.tolerance;
  const { products, absSum, pair, judgement, orders } = judged;
  if (products === null || absSum === null || suggested === null) return null;
  const { numpy, jax } = toleranceLines(suggested);
  const used = Math.max(0, ...orders.map(({ largest }) => largest)) * (judgement.limits?.typical ?? 0);
  const share = judgement.absolute.value / suggested.atol;
  return (
    <div className={styles.code}>
      <SettingRadios of="tolerance" label="A tolerance to use" names={toleranceNames(judged)} />
      {[numpy, jax].map((line) => (
        <div key={line} className={styles.outcome}>
          <Line>{line}</Line>
        </div>
      ))}
      <p>
        <MarkedText>{toleranceOrigin(kind, suggested, judged)}</MarkedText>{' '}
        It is absolute, since the error of a sum scales with Σ|x·w|, whatever is left of the sum
        {suggested.rtol > 0 && suggested.keeps === null && <>; rtol is for rounding each result to {pair.dtype}</>}.{' '}
        {used > 0 && suggested.atol > 0 && <>The orders computed above use {sizeText((100 * used) / suggested.atol)} % of it</>}
        {used > 0 && suggested.atol > 0 && (share > 0 ? <>, your difference {share < 1 ? `${sizeText(100 * share)} %` : `is ${sizeText(share)} times it`}.</> : '.')}
      </p>
    </div>
  );
}
