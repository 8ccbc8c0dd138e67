import { useId, useState } from 'react';
import type { ParseError, Result } from '../../lib/result';
import { DraftInput } from '../../ui/draft-input';
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
  const [problem, setProblem] = useState('');
  const commit = (typed: string): void => {
    const found = read(typed);
    setProblem(found.ok ? '' : `${found.error.message} ${name} is still ${print(value)}.`);
    if (found.ok) onChange(found.value);
  };
  return (
    <div className={field.field} data-control>
      <label htmlFor={id} className={styles.name}>
        {name}
      </label>
      <DraftInput id={id} text={print(value)} aria-describedby={problem === '' ? undefined : `${id}-problem`} onCommit={commit} />
      {problem !== '' && (
        <span id={`${id}-problem`} className={field.problem} role="status">
          {problem}
        </span>
      )}
    </div>
  );
}
