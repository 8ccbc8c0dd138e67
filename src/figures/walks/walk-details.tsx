import { productsText } from '../../figure-parts/tree-pair/products-text';
import { plural } from '../../lib/words';
import { heightOf } from '../../orders/adder-steps';
import { printOrder } from '../../orders/print-order';
import type { AnimatedLayer } from './animation-choices';
import { animationText, sumName } from './animation-words';
import { OutputsStrip } from './outputs-strip';
import type { Walk } from './walk';
import styles from './kernel-animation.module.css';

interface WalkDetailsProps {
  readonly layer: AnimatedLayer;
  readonly walk: Walk;
  /** Of the call. */
  readonly row: number;
  /** Of the order, as a CSS value. */
  readonly colour: string;
}

/** One walk in words: its order, the outputs that are added up in it, and its partial sums. */
export function WalkDetails({ layer, walk: { batch, columns, order, animation }, row, colour }: WalkDetailsProps) {
  const text = printOrder(order);
  return (
    <section className={styles.details} aria-label={`Order at batch ${batch}`}>
      <p className={styles.kind}>
        <strong>Batch {batch}</strong>: {animationText(animation)} Height {heightOf(order)}.
      </p>
      <p className={styles.order} tabIndex={0} role="note" aria-label={`Order at batch ${batch}: ${text}`}>
        {text}
      </p>
      <OutputsStrip columns={columns} outputs={layer.outputs} row={row} colour={colour} />
      <ul className={styles.sums} aria-label="Partial sums" {...(animation.accumulators.length > 8 && { tabIndex: 0 })}>
        {animation.accumulators.map(({ products, bias }, index) => (
          <li key={index}>
            {sumName(index)}: {productsText(products)}
            {bias && ', b'} ({plural(products.length, 'product')})
          </li>
        ))}
      </ul>
    </section>
  );
}
