import { powerText, sizeText } from '../../lib/size-text';
import { RadioGroup } from '../../ui/radio-group';
import { Slider } from '../../ui/slider';
import { plural } from '../../lib/words';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './error-growth.module.css';
import type { GrowthChoice } from './growth-choice';
import { MAX_EXPONENT, MAX_POWER, METHODS } from './growth-choice';

interface GrowthControlsProps {
  readonly choice: GrowthChoice;
  readonly onChange: (change: Partial<GrowthChoice>) => void;
}

const DATA_OPTIONS = [
  { value: 'positive', label: 'all positive' },
  { value: 'uniform', label: 'both signs' },
  { value: 'cancelling', label: 'made to cancel' },
] as const;

const METHOD_OPTIONS = METHODS.map((value) => ({ value, label: value }));

/** What is added up, how cruel it is, where the curves are read, and whose bounds are drawn. */
export function GrowthControls({ choice, onChange }: GrowthControlsProps) {
  const { data, power, exponent, method } = choice;
  return (
    <div className={styles.controls}>
      <Control of="data" otherwise={<ReadOnlyValue label="Numbers" value={DATA_OPTIONS.find(({ value }) => value === data)!.label} />}>
        <RadioGroup legend="Numbers" value={data} options={DATA_OPTIONS} onChange={(to) => onChange({ data: to })} />
      </Control>
      <Control of="order">
        <RadioGroup legend="Bounds and spread of" value={method} options={METHOD_OPTIONS} onChange={(to) => onChange({ method: to })} />
      </Control>
      <Control of="power">
        <Slider
          label="Condition number, power of ten"
          value={power}
          min={0}
          max={MAX_POWER}
          step={0.5}
          onChange={(to) => onChange({ power: to, data: 'cancelling' })}
          hint={`Numbers made to cancel: Σ|x·w| is ${Number.isInteger(power) ? powerText(10, power) : sizeText(10 ** power)} times |Σx·w|.`}
        />
      </Control>
      <Control of="at">
        <Slider label="Read at K, power of two" value={exponent} min={0} max={MAX_EXPONENT} onChange={(to) => onChange({ exponent: to })} hint={`K = ${plural(2 ** exponent, 'product')}.`} />
      </Control>
    </div>
  );
}
