import { useState } from 'react';
import type { Order } from '../../orders/order';
import type { OrderContext } from '../../orders/parse-order';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import { TextArea } from '../../ui/text-area';

interface NotationFieldProps {
  readonly label: string;
  readonly order: Order;
  /** The layer that the order has to fit. */
  readonly context: OrderContext;
  readonly onChange: (order: Order) => void;
}

/** A field to write an order in; it passes on only what parses and fits the layer. */
export function NotationField({ label, order, context, onChange }: NotationFieldProps) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly order: Order } | null>(null);
  // A draft belongs to the order that it edits or denotes; if that is replaced from outside, drop the draft.
  const text = draft?.order === order ? draft.text : printOrder(order);
  const read = parseOrder(text, context);
  return (
    <TextArea
      label={label}
      value={text}
      rows={3}
      problem={read.ok ? null : read.error}
      onChange={(written) => {
        const parsed = parseOrder(written, context);
        const changed = parsed.ok && printOrder(parsed.value) !== printOrder(order);
        setDraft({ text: written, order: changed ? parsed.value : order });
        if (changed) onChange(parsed.value);
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
