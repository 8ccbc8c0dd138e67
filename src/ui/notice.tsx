import field from './field.module.css';
import styles from './notice.module.css';

export interface NoticeProps {
  /** One sentence; null for none. The region stays on the page, so that a new sentence is announced. */
  readonly message: string | null;
  readonly tone?: 'quiet' | 'warning';
  readonly onDismiss?: () => void;
}

/** Something the reader should know: a number that was clamped, a file that could not be read. */
export function Notice({ message, tone = 'warning', onDismiss }: NoticeProps) {
  return (
    <div role="status">
      {message !== null && (
        <p className={tone === 'warning' ? styles.warning : styles.quiet}>
          <span>{message}</span>
          {onDismiss && (
            <button type="button" className={field.button} onClick={onDismiss}>
              Dismiss
            </button>
          )}
        </p>
      )}
    </div>
  );
}
