import { useState } from 'react';
import type { OrderContext } from '../../orders/parse-order';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import { TextArea } from '../../ui/text-area';

interface NotationFieldProps {
  readonly label: string;
  /** The order as it is kept, with commas. */
  readonly value: string;
  /** What the order has to fit. */
  readonly context: OrderContext;
  readonly onChange: (text: string) => void;
}

/** Room to write an order; only what can be read, and fits the layer, is passed on. */
export function NotationField({ label, value, context, onChange }: NotationFieldProps) {
  const [draft, setDraft] = useState({ text: '', stands: '' });
  // A draft stands for the kept order that it was written over; when that is replaced from outside, so is the draft.
  const text = draft.stands === value ? draft.text : spaced(value);
  const read = parseOrder(text, context);
  return (
    <TextArea
      label={label}
      value={text}
      rows={3}
      problem={read.ok ? null : read.error}
      onChange={(written) => {
        const order = parseOrder(written, context);
        const kept = order.ok ? printOrder(order.value, ',') : value;
        setDraft({ text: written, stands: kept });
        if (kept !== value) onChange(kept);
      }}
      hint={
        <>
          0..3 adds the products 0 to 3 in turn, brackets go first, *0..3 fuses, b is the bias.
          {!read.ok && ' The last order that could be read stays in force.'}
        </>
      }
    />
  );
}

function spaced(kept: string): string {
  const order = parseOrder(kept);
  return order.ok ? printOrder(order.value) : kept;
}
