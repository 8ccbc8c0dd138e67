import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Name of the group that the option is listed under. */
  readonly group?: string;
}

export interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
}

/** A choice from a list. */
export function SelectField<T extends string>({ label, value, options, onChange, hint }: SelectFieldProps<T>) {
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group ?? ''))];
  return (
    <div className={styles.field} data-control>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {groups.map((group) => {
          const list = options.filter((option) => (option.group ?? '') === group).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ));
          return group === '' ? list : <optgroup key={group} label={group}>{list}</optgroup>;
        })}
      </select>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
