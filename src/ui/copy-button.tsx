import { useEffect, useState } from 'react';
import type { ParseError, Result } from '../lib/result';
import styles from './copy-button.module.css';
import { copyText } from './copy-text';
import field from './field.module.css';

export interface CopyButtonProps {
  /** The text to copy; a function if it is costly to make, or may fail. */
  readonly text: string | (() => string) | (() => Result<string, ParseError>);
  /** "Copy link" */
  readonly label: string;
  /** Tells several copy buttons apart: announced after the label, not shown. */
  readonly about?: string;
  /** Announced, and shown briefly: "Link copied". */
  readonly confirmation: string | (() => string);
}

const SHOWN_MS = 2500;

/** Copies text, and says whether the browser let it. */
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
