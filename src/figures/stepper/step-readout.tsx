import { useMemo } from 'react';
import { sizeText } from '../../lib/size-text';
import { additionWords } from '../../figure-parts/addition/addition';
import { AlignedBits } from '../../figure-parts/addition/aligned-bits';
import { numberText } from '../../lib/number-text';
import { stepApart } from '../../figure-parts/addition/step-apart';
import { GroupBits, groupWords } from './group-step';
import { operandNames } from './step-list';
import type { Step } from './step-list';
import type { StepperSum } from './stepper-sum';
import styles from './stepper.module.css';

interface StepReadoutProps {
  readonly step: Step;
  /** "Step 2 of 15" */
  readonly count: string;
  readonly sum: StepperSum;
}

/** One addition in words and in binary: what is added, kept and lost. */
export function StepReadout({ step, count, sum: { x, w, adder } }: StepReadoutProps) {
  const { addition, fused, productsLost, cancelled } = step;
  const names = operandNames(step);
  const [a = '', b = ''] = names;
  const apart = useMemo(() => (step.group && adder ? stepApart(adder.adder, adder.format, step.addition.a, step.right.map((k) => [x[k]!, w[k]!] as const)) : null), [step, adder, x, w]);
  return (
    <div className={styles.readout}>
      {apart ? <GroupBits apart={apart} products={step.right} /> : <AlignedBits addition={addition} names={{ a: 'sum', b: 'next' }} />}
      <div className={styles.words}>
        <p>
          {count}: {names.join(fused ? ' + fused ' : ' + ')} = <code>{numberText(addition.sum)}</code>
        </p>
        <p>
          {apart && adder ? groupWords(apart, adder.name) : additionWords(addition, { a, b })}
          {cancelled > 0 && (cancelled === Infinity ? ' All bits cancel.' : ` The leading ${cancelled === 1 ? 'bit cancels' : `${cancelled} bits cancel`}.`)}
          {productsLost !== 0 && ` Rounding ${step.left.length === 1 && step.right.length === 1 ? 'the products' : 'the product'} first threw away ${sizeText(productsLost, 3)}.`}
        </p>
      </div>
    </div>
  );
}
