import { numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import { Folded } from '../../ui/folded';
import type { KahanStep } from './kahan-steps';
import { operandNames } from './step-list';
import type { Step } from './step-list';
import styles from './stepper.module.css';

interface StepTableProps {
  readonly steps: readonly Step[];
  readonly kahan: readonly KahanStep[] | null;
}

/** Every step as a row. */
export function StepTable({ steps, kahan }: StepTableProps) {
  return (
    <Folded title={`All ${steps.length} steps as a table`} always>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="All steps as a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">step</th>
              <th scope="col">adds</th>
              <th scope="col">sum</th>
              <th scope="col">thrown away</th>
              <th scope="col">by the products</th>
              <th scope="col">bits cancelled</th>
              <th scope="col">error so far</th>
              <th scope="col">running bound</th>
              <th scope="col">bound</th>
              {kahan && <th scope="col">Kahan’s error</th>}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, i) => (
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                <td>{operandNames(step).join(step.fused ? ' + fused ' : ' + ')}</td>
                <td data-value={step.addition.sum}>{numberText(step.addition.sum)}</td>
                <td data-value={step.addition.lost}>{sizeText(step.addition.lost, 3)}</td>
                <td data-value={step.productsLost}>{sizeText(step.productsLost, 3)}</td>
                <td>{step.cancelled === Infinity ? 'all' : step.cancelled}</td>
                <td data-value={step.error}>{sizeText(step.error, 3)}</td>
                <td data-value={step.running}>{sizeText(step.running, 3)}</td>
                <td data-value={step.bound}>{sizeText(step.bound, 3)}</td>
                {kahan && <td data-value={kahan[i]?.error}>{sizeText(kahan[i]?.error ?? NaN, 3)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Folded>
  );
}
