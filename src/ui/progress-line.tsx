import styles from './progress-line.module.css';

export interface ProgressLineProps {
  /** What is in progress: "Growth curves". */
  readonly label: string;
  /** 0 to 1; null while unknown. */
  readonly value: number | null;
  /** Nothing is in progress: the line shows nothing but keeps its place, so that the page does not move. */
  readonly idle?: boolean;
}

/** A hairline that fills up. */
export function ProgressLine({ label, value, idle = false }: ProgressLineProps) {
  if (idle) return <div className={styles.line} />;
  const share = Math.round(100 * Math.min(1, Math.max(0, value ?? 0)));
  return (
    <div className={styles.line} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} {...(value !== null && { 'aria-valuenow': share })}>
      <div className={value === null ? styles.unknown : styles.done} style={value === null ? undefined : { width: `${share}%` }} />
    </div>
  );
}
