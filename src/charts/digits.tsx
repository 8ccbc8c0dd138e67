import { differsFrom } from './diff-digits';
import styles from './digits.module.css';

export interface DigitsProps {
  /** The number as text. */
  readonly text: string;
  /** The number to compare it with; without one, nothing is highlighted. */
  readonly against?: string;
}

/** A number's text, highlighted from the first digit that differs from `against`; the digits before it are dimmed. */
export function Digits({ text, against }: DigitsProps) {
  const at = against === undefined ? text.length : differsFrom(text, against);
  return (
    <span className={styles.digits}>
      {text.slice(0, at)}
      {at < text.length && <mark className={styles.differs}>{text.slice(at)}</mark>}
    </span>
  );
}
