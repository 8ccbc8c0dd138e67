import field from './field.module.css';
import styles from './given.module.css';

/** What something is set to, where it can't be set: in the place of its control. */
export function Given({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className={styles.given}>
      <span className={field.label}>{label}</span> {value}
    </p>
  );
}
