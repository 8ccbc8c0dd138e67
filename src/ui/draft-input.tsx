import type { InputHTMLAttributes } from 'react';
import { useState } from 'react';
import styles from './field.module.css';

interface DraftInputProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'id' | 'inputMode' | 'aria-describedby'> {
  /** What stands there while nothing is being typed. */
  readonly text: string;
  /** Called with what was typed, on Enter or on leaving the field; Escape drops it. */
  readonly onCommit: (typed: string) => void;
  /** For the arrow keys, which drop what was typed. */
  readonly onStep?: (direction: 1 | -1) => void;
}

/** A line of text that counts when it is finished. */
export function DraftInput({ text, onCommit, onStep, ...attributes }: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    setDraft(null);
    onCommit(draft);
  };
  const step = (direction: 1 | -1): void => {
    setDraft(null);
    onStep?.(direction);
  };
  return (
    <input
      {...attributes}
      className={styles.number}
      type="text"
      autoComplete="off"
      spellCheck={false}
      value={draft ?? text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
        else if (onStep !== undefined && event.key === 'ArrowUp') step(1);
        else if (onStep !== undefined && event.key === 'ArrowDown') step(-1);
        else return;
        event.preventDefault();
      }}
    />
  );
}
