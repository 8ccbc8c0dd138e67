import { LIMITS } from '../../lib/limits';
import type { WrittenMethod } from '../../experiments/method-spec';
import { ADDER_OPTIONS } from './adder-options';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import type { SelectOption } from '../../ui/select-field';
import type { MethodName } from './method-options';
import { methodNamed, methodParts } from './method-options';
import styles from './method-editor.module.css';

interface MethodFieldProps {
  readonly label: string;
  readonly method: WrittenMethod;
  readonly options: readonly SelectOption<MethodName>[];
  /** Called when the reader chooses a family or another sum. */
  readonly onChange: (method: Exclude<WrittenMethod, { kind: 'notation' }>) => void;
  /** Called when the reader wants to write the order. */
  readonly onNotation?: () => void;
}

/** A summation method, from a list, with its parameter if it has one. */
export function MethodField({ label, method, options, onChange, onNotation }: MethodFieldProps) {
  const { name, parameter, adder } = methodParts(method);
  return (
    <div className={styles.method}>
      <SelectField label={label} value={name} options={options} onChange={(chosen) => (chosen === 'notation' ? onNotation?.() : onChange(methodNamed(chosen, undefined, adder)))} />
      {parameter && name !== 'notation' && (
        <NumberField
          label={parameter.label}
          value={parameter.value}
          min={parameter.min}
          max={name === 'shuffled' ? 2 ** 32 - 1 : LIMITS.features}
          integer
          onChange={(value) => onChange(methodNamed(name, value, adder))}
        />
      )}
      {adder !== null && name !== 'notation' && <SelectField label="GPU" value={adder} options={ADDER_OPTIONS} onChange={(chosen) => onChange(methodNamed(name, parameter?.value, chosen))} />}
    </div>
  );
}
