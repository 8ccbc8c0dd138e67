import field from './field.module.css';
import styles from './read-only-value.module.css';

/** Takes the place of a control that is not offered: shows what the setting is set to. */
export function ReadOnlyValue({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className={styles.readOnly}>
      <span className={field.label}>{label}</span> {value}
    </p>
  );
}
