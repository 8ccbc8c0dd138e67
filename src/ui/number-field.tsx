import { useId } from 'react';
import type { ReactNode } from 'react';
import { clampNumber } from './clamp-number';
import { DraftInput } from './draft-input';
import styles from './field.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Step of the arrow keys; 1 by default. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
  /** Called with one sentence, for a notice, when a number was clamped. */
  readonly onClamped?: (message: string) => void;
  readonly hint?: ReactNode;
  /** The value that means “not known”: the field is empty then, and emptying it sets this value. */
  readonly unknown?: number;
  /** Only screen readers get the label. */
  readonly hideLabel?: boolean;
}

/** A number field. What is typed counts on Enter or blur; a number out of range is clamped, and the reader is told. */
export function NumberField({ label, value, min, max, integer = false, step = 1, onChange, onClamped, hint, unknown, hideLabel = false }: NumberFieldProps) {
  const id = useId();
  const commit = (typed: string): void => {
    if (unknown !== undefined && typed.trim() === '') {
      if (value !== unknown) onChange(unknown);
      return;
    }
    const clamped = clampNumber(typed, label, { min, max, integer });
    if (clamped === null) onClamped?.(`${label} needs a number: it is still ${value === unknown ? 'empty' : value}.`);
    else {
      if (clamped.notice !== null) onClamped?.(clamped.notice);
      if (clamped.value !== value) onChange(clamped.value);
    }
  };
  const stepBy = (direction: 1 | -1): void => {
    const to = Math.min(max, Math.max(min, value + direction * step));
    if (to !== value) onChange(to);
  };
  return (
    <div className={styles.field} data-control>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <DraftInput
        id={id}
        text={value === unknown ? '' : String(value)}
        inputMode={integer && min >= 0 ? 'numeric' : 'text'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onCommit={commit}
        onStep={stepBy}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
