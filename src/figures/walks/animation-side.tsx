import type { CSSProperties } from 'react';
import { useMemo, useState } from 'react';
import { indexCount } from '../../linear/index-ranges';
import type { ColumnOrder } from '../../linear/sum-method';
import { heightOf } from '../../orders/adder-steps';
import { orderKey } from '../../orders/order-key';
import { printOrder } from '../../orders/print-order';
import { RadioGroup } from '../../ui/radio-group';
import type { OrderMark } from '../../charts/order-mark';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import { plural, rangesText } from '../../lib/words';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import { JoinTree } from './join-tree';
import { OutputsStrip } from './outputs-strip';
import type { AnimatedCall, AnimatedLayer } from './animation-choices';
import { AnimationGrid } from './animation-grid';
import type { Animation } from './animation-of-order';
import { stepText, animationText } from './animation-words';
import styles from './kernel-animation.module.css';

/** An order with more characters than this scrolls, so it can be focused. */
const LONG = 120;

interface AnimationSideProps {
  readonly name: 'left' | 'right';
  readonly layer: AnimatedLayer;
  readonly call: AnimatedCall;
  readonly animations: readonly (ColumnOrder & { readonly animation: Animation })[];
  /** By order key. */
  readonly marks: ReadonlyMap<string, OrderMark>;
  readonly done: number;
  /** Whether screen readers announce each step: only if the reader makes the steps. */
  readonly live: boolean;
  readonly onBatch: (batch: number) => void;
}

function outputsLabel({ columns }: ColumnOrder): string {
  return `${plural(indexCount(columns), 'output')}: ${rangesText(columns, 2)}`;
}

/** One batch size's sum as it is added up: where each product goes, and how the partial sums are joined. */
export function AnimationSide({ name, layer, call, animations, marks, done, live, onBatch }: AnimationSideProps) {
  const [part, setPart] = useState(0);
  const [lit, setLit] = useState<number | null>(null);
  const shown = animations[part] ?? animations[0]!;
  const { order, animation } = shown;
  const mark = useMemo(() => marks.get(orderKey(order))!, [marks, order]);
  const text = useMemo(() => printOrder(order), [order]);
  const { batch } = call;
  return (
    <section className={styles.side} aria-label={`Walk at batch ${batch}, ${name}`} style={{ '--kernel': mark.colour } as CSSProperties}>
      <div>
        <Control of={name} otherwise={<ReadOnlyValue label="Batch size" value={String(batch)} />}>
          <RadioGroup legend="Batch size" value={String(batch)} options={layer.calls.map((one) => ({ value: String(one.batch), label: String(one.batch) }))} onChange={(to) => onBatch(Number(to))} />
        </Control>
        {animations.length > 1 && (
          <RadioGroup
            legend={`${animations.length} orders in one call; choose the outputs`}
            value={String(animations.indexOf(shown))}
            options={animations.map((one, index) => ({ value: String(index), label: outputsLabel(one) }))}
            onChange={(to) => setPart(Number(to))}
          />
        )}
      </div>
      <div>
        <p className={styles.kind}>
          <OrderSwatch mark={mark} /> {animationText(animation)} Height {heightOf(order)}.
        </p>
        <p className={styles.order} {...(text.length > LONG && { tabIndex: 0 })} role="note" aria-label={`Order at batch ${batch}: ${text}`}>
          {text}
        </p>
      </div>
      <AnimationGrid animation={animation} done={done} lit={lit} label={`${plural(animation.owner.length, 'product')} in rows, by the partial sum that each goes into`} onPoint={setLit} />
      <p className={styles.status} role="status" aria-live={live ? 'polite' : 'off'}>
        {stepText(animation, done)}
      </p>
      <OutputsStrip columns={shown.columns} outputs={layer.outputs} row={call.row} />
      <JoinTree animation={animation} done={done} lit={lit} onPoint={setLit} />
    </section>
  );
}
