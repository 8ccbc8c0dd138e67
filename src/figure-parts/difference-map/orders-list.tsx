import { recordingNamed } from '../../store/store';
import { useFitted } from '../../store/use-part';
import { useApp } from '../../store/use-store';
import styles from './orders-list.module.css';
import { recordedText } from '../../recordings/library-text';
import { OrderSwatch } from '../order-swatch';
import type { OrderGroup } from './order-groups';
import { plural } from '../../lib/words';

/** Characters of an order shown until the reader asks for all of it. */
const SHOWN = 150;

/** Notes shown before the rest is folded. */
const NOTES = 2;

interface OrdersListProps {
  readonly groups: readonly OrderGroup[];
  /** What a reader should know about modelled orders; no duplicates. */
  readonly notes: readonly string[];
  /** The order under the pointer, by a batch size that uses it. */
  readonly pointed?: number | null;
}

/** The orders on the map: each one's colour, where it is used, where it comes from, and its notation. */
export function OrdersList({ groups, notes, pointed = null }: OrdersListProps) {
  const { schedule, recording: name } = useFitted('schedule', 'recording');
  const recording = useApp((state) => (schedule === 'recording' ? recordingNamed(state, name) : undefined));
  return (
    <section className={styles.orders} aria-label="Orders of addition">
      <ul>
        {groups.map(({ key, mark, text, where, batches, provenance }) => (
          <li key={key} className={pointed !== null && batches.includes(pointed) ? styles.pointed : undefined}>
            <OrderSwatch mark={mark} said />
            <p className={styles.where}>
              {where} <span className={styles.quiet}>· {provenance}</span>
            </p>
            <OrderText text={text} />
          </li>
        ))}
      </ul>
      <Notes notes={notes.slice(0, NOTES)} />
      {notes.length > NOTES && (
        <details className={styles.quiet}>
          <summary>{plural(notes.length - NOTES, 'more note')} of this kind</summary>
          <Notes notes={notes.slice(NOTES)} />
        </details>
      )}
      {recording !== undefined && <p className={styles.quiet}>{recordedText(recording)}</p>}
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className={styles.quiet}>
      {note}
    </p>
  ));
}

function OrderText({ text }: { readonly text: string }) {
  if (text.length <= SHOWN + 40) return <code className={styles.text}>{text}</code>;
  const cut = text.lastIndexOf(' ', SHOWN);
  return (
    <details className={styles.long}>
      <summary>
        <code className={styles.text}>{text.slice(0, cut)} …</code>
      </summary>
      <code className={styles.text}>{text.slice(cut)}</code>
    </details>
  );
}
