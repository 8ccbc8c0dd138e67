import { useId } from 'react';
import type { ReactNode } from 'react';
import field from './field.module.css';
import { NumberField } from './number-field';
import { keyedValue, sliderTrack } from './slider-scale';
import type { SliderScale } from './slider-scale';
import styles from './slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** Above 0 for a logarithmic scale. */
  readonly min: number;
  readonly max: number;
  /** Values are multiples of it; 1 by default. */
  readonly step?: number;
  readonly scale?: SliderScale;
  readonly onChange: (value: number) => void;
  /** Called with one sentence, for a notice, when a typed number was clamped. */
  readonly onClamped?: (message: string) => void;
  readonly hint?: ReactNode;
}

/** A range input with a field beside it for the exact number. */
export function Slider({ label, value, min, max, step = 1, scale = 'linear', onChange, onClamped, hint }: SliderProps) {
  const id = useId();
  const track = sliderTrack(min, max, step, scale);
  const set = (to: number): void => {
    if (to !== value) onChange(to);
  };
  return (
    <div className={field.field} data-control>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <div className={styles.pair}>
        <input
          id={id}
          type="range"
          className={styles.range}
          min={track.min}
          max={track.max}
          step={track.step}
          value={track.toPosition(value)}
          aria-valuetext={String(value)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => set(track.toValue(event.target.valueAsNumber))}
          onKeyDown={(event) => {
            const to = scale === 'log' ? keyedValue(value, event.key, min, max, step) : null;
            if (to === null) return;
            event.preventDefault();
            set(to);
          }}
        />
        <NumberField
          label={`${label}, typed`}
          hideLabel
          value={value}
          min={min}
          max={max}
          step={step}
          integer={Number.isInteger(step)}
          onChange={set}
          {...(onClamped && { onClamped: (message: string) => onClamped(message.replace(`${label}, typed`, label)) })}
        />
      </div>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={field.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
