import { useId } from 'react';
import field from './field.module.css';
import styles from './radio-group.module.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface RadioGroupProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly RadioOption<T>[];
  readonly onChange: (value: T) => void;
  /** Only screen readers get the legend. */
  readonly hideLegend?: boolean;
}

/** A choice of a few options, all visible. */
export function RadioGroup<T extends string>({ legend, value, options, onChange, hideLegend = false }: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className={field.field} data-control>
      <legend className={hideLegend ? 'visually-hidden' : `${field.label} ${styles.legend}`}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
