import type { ReactNode } from 'react';
import styles from './folded.module.css';
import { usePresentation } from './presentation';

interface FoldedProps {
  /** The heading that unfolds it. */
  readonly title: string;
  /** Folded in a figure of any size. */
  readonly always?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** Secondary content: in a compact figure, folded under its title. */
export function Folded({ title, always = false, onToggle, children }: FoldedProps) {
  const { compact } = usePresentation();
  if (!compact && !always) return children;
  return (
    <details className={styles.folded} onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
