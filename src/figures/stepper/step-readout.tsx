import { useMemo } from 'react';
import { doubleText, numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import { additionWords } from '../../figure-parts/addition/addition';
import { AlignedBits } from '../../figure-parts/addition/aligned-bits';
import { RoundingLine } from '../../figure-parts/addition/rounding-line';
import type { KahanStep } from './kahan-steps';
import { stepApart } from '../../figure-parts/addition/step-apart';
import { GroupBits, groupWords } from './group-step';
import { operandNames } from './step-list';
import type { Step } from './step-list';
import type { StepperSum } from './stepper-sum';
import styles from './stepper.module.css';

interface StepReadoutProps {
  readonly step: Step;
  readonly sum: StepperSum;
  readonly kahan: KahanStep | null;
  /** Screen readers announce nothing: during playback, they would never finish. */
  readonly quiet: boolean;
}

/** One addition in words and numbers: what is added, kept and lost, and how far off the sum is by now. */
export function StepReadout({ step, sum: { x, w, adder }, kahan, quiet }: StepReadoutProps) {
  const { addition, fused, productsLost, cancelled, exact, error, bound, running } = step;
  const names = operandNames(step);
  const [a = '', b = ''] = names;
  const apart = useMemo(() => (step.group && adder ? stepApart(adder.adder, adder.format, step.addition.a, step.right.map((k) => [x[k]!, w[k]!] as const)) : null), [step, adder, x, w]);
  return (
    <div className={styles.readout}>
      <div aria-live={quiet ? 'off' : 'polite'} className={styles.words}>
        <p className={styles.sum}>
          {names.join(fused ? ' + fused ' : ' + ')} = <code>{numberText(addition.sum)}</code>
        </p>
        <p>
          {apart && adder ? groupWords(apart, adder.name) : additionWords(addition, { a, b })}
          {cancelled > 0 && (cancelled === Infinity ? ' All bits cancel.' : ` The leading ${cancelled === 1 ? 'bit cancels' : `${cancelled} bits cancel`}.`)}
          {productsLost !== 0 && ` Rounding ${step.left.length === 1 && step.right.length === 1 ? 'the products' : 'the product'} first threw away ${sizeText(productsLost, 3)}.`}
        </p>
      </div>
      {apart ? (
        <GroupBits apart={apart} products={step.right} />
      ) : (
        <>
          <AlignedBits addition={addition} names={{ a: 'sum', b: 'next' }} />
          <RoundingLine addition={addition} />
        </>
      )}
      <dl className={styles.numbers}>
        <div>
          <dt>sum</dt>
          <dd>{numberText(addition.sum)}</dd>
        </div>
        <div>
          <dt>exact sum of the same products</dt>
          <dd>{doubleText(Number(exact.toPrecision(12)))}</dd>
        </div>
      </dl>
      <dl className={styles.errors}>
        <dt>error so far</dt>
        <dd>{sizeText(error, 3)}</dd>
        <dt>running bound{!adder && ', u·Σ|s|'}</dt>
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
