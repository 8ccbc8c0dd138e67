import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ParseError } from '../lib/result';
import field from './field.module.css';
import styles from './text-area.module.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the text; its position is highlighted. */
  readonly problem?: ParseError | null;
  readonly rows?: number;
  readonly hint?: ReactNode;
}

/** A text area for notation or pasted text; it highlights the position of an error, and a button jumps there. */
export function TextArea({ label, value, onChange, problem, rows = 3, hint }: TextAreaProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const backdrop = useRef<HTMLPreElement>(null);
  const position = problem?.position === undefined ? null : Math.min(problem.position, value.length);
  const described = [hint !== undefined && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const follow = (): void => {
    if (area.current && backdrop.current) backdrop.current.scrollTop = area.current.scrollTop;
  };
  return (
    <div className={field.field} data-control>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <div className={styles.stack}>
        <pre ref={backdrop} className={styles.backdrop} aria-hidden="true">
          {position !== null && (
            <>
              {value.slice(0, position)}
              <mark className={styles.error}>{value.slice(position, position + 1) || ' '}</mark>
              {value.slice(position + 1)}
            </>
          )}
        </pre>
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          rows={rows}
          value={value}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={described === '' ? undefined : described}
          onScroll={follow}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <span role="status" id={`${id}-problem`} className={field.problem}>
        {problem?.message}
        {position !== null && (
          <button
            type="button"
            className={styles.go}
            onClick={() => {
              area.current?.focus();
              area.current?.setSelectionRange(position, Math.min(position + 1, value.length));
            }}
          >
            Go to character {position + 1}
          </button>
        )}
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={field.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
