import field from './field.module.css';
import styles from './read-only-value.module.css';

/** What something is set to, where it can't be set: in the place of its control. */
export function ReadOnlyValue({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className={styles.readOnly}>
      <span className={field.label}>{label}</span> {value}
    </p>
  );
}
