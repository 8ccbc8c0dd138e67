import type { ReactNode } from 'react';
import styles from './chapters.module.css';

/** A figure and its text: the figure stays in sight beside the text that moves it, where there is room for both. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>;
}
