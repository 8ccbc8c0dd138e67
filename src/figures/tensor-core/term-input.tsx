import { useId, useState } from 'react';
import type { ParseError, Result } from '../../lib/result';
import field from '../../ui/field.module.css';
import styles from './tensor-core.module.css';

interface TermInputProps<T> {
  readonly name: string;
  readonly value: T;
  readonly print: (value: T) => string;
  readonly read: (text: string) => Result<T, ParseError>;
  readonly onChange: (value: T) => void;
}

/** A term as it is typed. */
export function TermInput<T>({ name, value, print, read, onChange }: TermInputProps<T>) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const commit = (): void => {
    if (draft === null) return;
    const found = read(draft);
    setDraft(null);
    setProblem(found.ok ? '' : `${found.error.message} ${name} is still ${print(value)}.`);
    if (found.ok) onChange(found.value);
  };
  return (
    <div className={field.field} data-control>
      <label htmlFor={id} className={styles.name}>
        {name}
      </label>
      <input
        id={id}
        className={field.number}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={draft ?? print(value)}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setDraft(null);
          else return;
          event.preventDefault();
        }}
      />
      {problem !== '' && (
        <span id={`${id}-problem`} className={field.problem} role="status">
          {problem}
        </span>
      )}
    </div>
  );
}
