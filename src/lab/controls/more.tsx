import type { ReactNode } from 'react';
import styles from './controls.module.css';

interface MoreProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that few readers need, out of the way. */
export function More({ title, children }: MoreProps) {
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}
