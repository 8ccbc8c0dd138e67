import { doubleText, numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import { RoundingLine } from '../../figure-parts/addition/rounding-line';
import type { KahanStep } from './kahan-steps';
import type { StepList } from './step-list';
import styles from './stepper.module.css';

interface StepDetailsProps {
  readonly list: StepList;
  readonly step: number;
  readonly kahan: KahanStep | null;
}

/** A step in numbers: how far off the sum is by now, and how far it could be. */
export function StepDetails({ list, step, kahan }: StepDetailsProps) {
  const { addition, group, exact, error, bound, running } = list.steps[step]!;
  const { bound: whole } = list.steps.at(-1)!;
  return (
    <div className={styles.details}>
      <dl className={styles.numbers} aria-label={`Step ${step + 1} in numbers`}>
        <dt>sum</dt>
        <dd>{numberText(addition.sum)}</dd>
        <dt>exact sum of the same products</dt>
        <dd>{doubleText(Number(exact.toPrecision(12)))}</dd>
        <dt>error so far</dt>
        <dd>{sizeText(error, 3)}</dd>
        <dt>running bound{!list.steps.some((one) => one.group) && ', u·Σ|s|'}</dt>
        <dd>±{sizeText(running, 3)}</dd>
        <dt>bound beforehand, h·u·Σ|x·w|</dt>
        <dd>±{sizeText(bound, 3)}</dd>
        {kahan && (
          <>
            <dt>Kahan’s error</dt>
            <dd>{sizeText(kahan.error, 3)}</dd>
            <dt>Kahan’s correction, carried along</dt>
            <dd>{sizeText(kahan.found, 3)}</dd>
          </>
        )}
      </dl>
      <div>
        {!group && <RoundingLine addition={addition} />}
        <p className={styles.quiet}>
          Of the whole sum, h·u·Σ|x·w| = {list.height} · 2⁻²⁴ · {sizeText(list.absSum, 3)} = {sizeText(whole, 3)}.
        </p>
      </div>
    </div>
  );
}
