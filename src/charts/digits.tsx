import { differsFrom } from './diff-digits';
import styles from './digits.module.css';

export interface DigitsProps {
  /** The number as text. */
  readonly text: string;
  /** The number that it is read against; without it nothing stands out. */
  readonly against?: string;
}

/** Number text whose digits are quiet up to the first one that differs from `against`, and stand out from there on. */
export function Digits({ text, against }: DigitsProps) {
  const at = against === undefined ? text.length : differsFrom(text, against);
  return (
    <span className={styles.digits}>
      {text.slice(0, at)}
      {at < text.length && <mark className={styles.differs}>{text.slice(at)}</mark>}
    </span>
  );
}
