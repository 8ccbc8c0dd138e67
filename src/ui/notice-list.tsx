import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import field from './field.module.css';
import styles from './notice.module.css';
import { NoticeLine } from './notice-line';

interface NoticeListProps {
  /** Distinct sentences, newest first. */
  readonly messages: readonly string[];
  readonly onDismiss: (messages: readonly string[]) => void;
}

/** How many are open; the rest are folded. */
const FEW = 3;

/**
 * Any number of notices: shows a few, folds the rest, and dismisses all at once. The newest is announced, with the
 * number of others.
 */
export function NoticeList({ messages, onDismiss }: NoticeListProps) {
  const list = useRef<HTMLDivElement>(null);
  // One more takes no more room than the line that would replace it.
  const open = messages.length > FEW + 1 ? FEW : messages.length;
  const [newest, ...others] = messages;
  const folded = messages.slice(open);
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
  const focusAt = useRef<number | null>(null);
  // A dismissed notice takes its button along: move the focus to the button that takes its place.
  useEffect(() => {
    if (focusAt.current !== null) buttons().at(Math.min(focusAt.current, buttons().length - 1))?.focus();
    focusAt.current = null;
  }, [messages]);
  const dismiss = (message: string, button: HTMLButtonElement): void => {
    focusAt.current = buttons().indexOf(button);
    onDismiss([message]);
  };
  const line = (message: string): ReactNode => <NoticeLine key={message} message={message} onDismiss={({ currentTarget }) => dismiss(message, currentTarget)} />;
  return (
    <div ref={list}>
      <div role="status">
        {newest !== undefined && line(newest)}
        {others.length > 0 && <span className="visually-hidden">{others.length === 1 ? 'There is another notice.' : `There are ${others.length} other notices.`}</span>}
      </div>
      {messages.slice(1, open).map(line)}
      {folded.length > 0 && (
        <details className={styles.more}>
          <summary>and {folded.length} more</summary>
          <div className={styles.folded}>{folded.map(line)}</div>
        </details>
      )}
      {others.length > 0 && (
        <p className={styles.all}>
          <button type="button" className={field.button} onClick={() => onDismiss(messages)}>
            Dismiss all {messages.length}
          </button>
        </p>
      )}
    </div>
  );
}
