import type { ReactNode } from 'react';
import styles from './folded.module.css';
import { usePresentation } from './presentation';

interface FoldedProps {
  /** What opens it. */
  readonly title: string;
  /** Folded away in a figure of any size. */
  readonly always?: boolean;
  readonly children: ReactNode;
}

/** What can wait where room is scarce: in a compact figure it is folded away under its title. */
export function Folded({ title, always = false, children }: FoldedProps) {
  const { compact } = usePresentation();
  if (!compact && !always) return children;
  return (
    <details className={styles.folded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
