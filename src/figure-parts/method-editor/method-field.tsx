import { LIMITS } from '../../lib/limits';
import type { WrittenMethod } from '../../experiments/method-spec';
import { ADDER_NAMES } from '../../numerics/group-sizes';
import type { AdderName } from '../../numerics/group-sizes';
import { ON_ADDERS } from '../../orders/family-text';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import type { SelectOption } from '../../ui/select-field';
import type { MethodName } from './method-options';
import { methodNamed, methodParts } from './method-options';
import styles from './method-editor.module.css';

const ADDERS: readonly SelectOption<AdderName | ''>[] = [{ value: '', label: 'float32' }, ...ADDER_NAMES.map((name) => ({ value: name, label: name, group: 'Tensor cores' }))];

interface MethodFieldProps {
  readonly label: string;
  readonly method: WrittenMethod;
  readonly options: readonly SelectOption<MethodName>[];
  /** Whether an adder of a tensor core may add up the products. */
  readonly adders?: boolean;
  /** Called when the reader chooses a family or another sum. */
  readonly onChange: (method: Exclude<WrittenMethod, { kind: 'notation' }>) => void;
  /** Called when the reader wants to write the order. */
  readonly onNotation?: () => void;
}

/** A summation method, from a list, with its parameter if it has one. */
export function MethodField({ label, method, options, adders = false, onChange, onNotation }: MethodFieldProps) {
  const { name, parameter, adder } = methodParts(method);
  return (
    <div className={styles.method}>
      <SelectField label={label} value={name} options={options} onChange={(chosen) => (chosen === 'notation' ? onNotation?.() : onChange(methodNamed(chosen)))} />
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
      {adders && ON_ADDERS.some((family) => family === name) && name !== 'notation' && (
        <SelectField label="adder" value={adder ?? ''} options={ADDERS} onChange={(chosen) => onChange(methodNamed(name, parameter?.value, chosen === '' ? null : chosen))} />
      )}
    </div>
  );
}
