import { useEffect, useState } from 'react';
import type { ParseError, Result } from '../lib/result';
import styles from './copy-button.module.css';
import { copyText } from './copy-text';
import field from './field.module.css';

export interface CopyButtonProps {
  /** What is copied; a function where it is costly to make, or there may be none. */
  readonly text: string | (() => string) | (() => Result<string, ParseError>);
  /** "Copy link" */
  readonly label: string;
  /** What it is that is copied, where several stand side by side: said after the label, not shown. */
  readonly about?: string;
  /** Said and shown for a moment: "Link copied". */
  readonly confirmation: string | (() => string);
}

const SHOWN_MS = 2500;

/** Copies text, and says that it did, or that the browser would not. */
export function CopyButton({ text, label, about, confirmation }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    const made = typeof text === 'string' ? text : text();
    if (typeof made !== 'string' && !made.ok) return setSaid(made.error.message);
    const copied = await copyText(typeof made === 'string' ? made : made.value);
    setSaid(copied ? (typeof confirmation === 'string' ? confirmation : confirmation()) : 'The browser did not allow copying.');
  };
  return (
    <span className={styles.line} data-control>
      <button type="button" className={field.button} onClick={() => void copy()}>
        {label}
        {about !== undefined && <span className="visually-hidden">({about})</span>}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </span>
  );
}
