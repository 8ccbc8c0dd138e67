import { pythonRepr } from '../../lib/python-repr';
import { sizeText } from '../../lib/size-text';
import { additionWords } from '../../figure-parts/addition/addition';
import { AlignedBits } from '../../figure-parts/addition/aligned-bits';
import { numberText } from '../../lib/float32-text';
import { RoundingLine } from '../../figure-parts/addition/rounding-line';
import type { KahanStep } from './kahan-steps';
import { operandNames } from './step-list';
import type { Step } from './step-list';
import styles from './stepper.module.css';

interface StepReadoutProps {
  readonly step: Step;
  readonly kahan: KahanStep | null;
  /** Screen readers announce nothing: during playback, they would never finish. */
  readonly quiet: boolean;
}

/** One addition in words and numbers: what is added, kept and lost, and how far off the sum is by now. */
export function StepReadout({ step, kahan, quiet }: StepReadoutProps) {
  const { addition, fused, productsLost, cancelled, exact, error, bound, running } = step;
  const [a, b] = operandNames(step);
  return (
    <div className={styles.readout}>
      <div aria-live={quiet ? 'off' : 'polite'} className={styles.words}>
        <p className={styles.sum}>
          {a} + {fused && 'fused '}
          {b} = <code>{numberText(addition.sum)}</code>
        </p>
        <p>
          {additionWords(addition, { a, b })}
          {cancelled > 0 && (cancelled === Infinity ? ' All bits cancel.' : ` The leading ${cancelled === 1 ? 'bit cancels' : `${cancelled} bits cancel`}.`)}
          {productsLost !== 0 && ` Rounding ${step.left.length === 1 && step.right.length === 1 ? 'the products' : 'the product'} first threw away ${sizeText(productsLost, 3)}.`}
        </p>
      </div>
      <AlignedBits addition={addition} names={{ a: 'sum', b: 'next' }} />
      <RoundingLine addition={addition} />
      <dl className={styles.numbers}>
        <div>
          <dt>sum</dt>
          <dd>{numberText(addition.sum)}</dd>
        </div>
        <div>
          <dt>exact sum of the same products</dt>
          <dd>{pythonRepr(Number(exact.toPrecision(12)))}</dd>
        </div>
      </dl>
      <dl className={styles.errors}>
        <dt>error so far</dt>
        <dd>{sizeText(error, 3)}</dd>
        <dt>running bound, u·Σ|s|</dt>
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
    </div>
  );
}
