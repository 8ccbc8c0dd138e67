import { useState } from 'react';
import type { Order } from '../../orders/order';
import type { OrderContext } from '../../orders/parse-order';
import { printWrittenOrder } from '../../orders/print-order';
import { parseWrittenOrder } from '../../orders/written-order';
import { TextArea } from '../../ui/text-area';

interface NotationFieldProps {
  readonly label: string;
  readonly order: Order;
  /** The layer that the order has to fit. */
  readonly context: Pick<OrderContext, 'products' | 'bias'>;
  readonly onChange: (order: Order) => void;
}

/** A field to write an order in; it passes on only what parses and fits the layer. */
export function NotationField({ label, order, context, onChange }: NotationFieldProps) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly order: Order } | null>(null);
  // A draft belongs to the order that it edits or denotes; if that is replaced from outside, drop the draft.
  const text = draft?.order === order ? draft.text : printWrittenOrder(order);
  const read = parseWrittenOrder(text, context);
  return (
    <TextArea
      label={label}
      value={text}
      rows={3}
      problem={read.ok ? null : read.error}
      onChange={(written) => {
        const parsed = parseWrittenOrder(written, context);
        const changed = parsed.ok && printWrittenOrder(parsed.value) !== printWrittenOrder(order);
        setDraft({ text: written, order: changed ? parsed.value : order });
        if (changed) onChange(parsed.value);
      }}
      hint={
        <>
          0..3 adds the products 0 to 3 in turn, brackets go first, *0..3 fuses, b is the bias. {'{0..63}*16 @ h100'} adds in groups of 16, as an H100 does.
          {!read.ok && ' The last order that could be read stays in force.'}
        </>
      }
    />
  );
}
