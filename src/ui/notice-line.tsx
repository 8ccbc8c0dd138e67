import type { MouseEvent } from 'react';
import { useId } from 'react';
import field from './field.module.css';
import styles from './notice.module.css';

export interface NoticeLineProps {
  readonly message: string;
  readonly tone?: 'quiet' | 'warning';
  readonly onDismiss?: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** One visible notice; its parent decides how it is announced. */
export function NoticeLine({ message, tone = 'warning', onDismiss }: NoticeLineProps) {
  const id = useId();
  return (
    <p className={tone === 'warning' ? styles.warning : styles.quiet}>
      <span id={id} className={styles.message}>
        {message}
      </span>
      {onDismiss && (
        <button type="button" className={field.button} aria-describedby={id} onClick={onDismiss}>
          Dismiss
        </button>
      )}
    </p>
  );
}
