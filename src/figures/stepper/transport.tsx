import type { KeyboardEvent, ReactNode } from 'react';
import field from '../../ui/field.module.css';
import slider from '../../ui/slider.module.css';
import { Control } from '../../ui/control';
import styles from './stepper.module.css';

interface TransportProps {
  readonly step: number;
  readonly steps: number;
  readonly playing: boolean;
  /** What the slider says: "step 3 of 15, sum 0.25". */
  readonly spoken: string;
  readonly onStep: (step: number) => void;
  readonly onPlay: (playing: boolean) => void;
  /** What the slider lies under. */
  readonly children: ReactNode;
}

const ICONS = { first: 'M3,2v10M12,2v10L5,7z', back: 'M10,2v10L3,7z', on: 'M4,2v10L11,7z', last: 'M11,2v10M2,2v10L9,7z' } as const;

/** Steps a figure forward and back, plays it, and goes to any step; arrows, Home, End and Space do the same. */
export function Transport({ step, steps, playing, spoken, onStep, onPlay, children }: TransportProps) {
  const go = (to: number): void => {
    onPlay(false);
    onStep(Math.min(steps - 1, Math.max(0, to)));
  };
  const press = (event: KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'ArrowRight' || event.key === 'ArrowUp') go(step + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') go(step - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(steps - 1);
    else if (event.key === ' ' && !onButton) onPlay(!playing);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.transport} role="group" aria-label="Steps of the sum" onKeyDown={press}>
      {children}
      <Control of="step">
        <input
          type="range"
          className={slider.range}
          aria-label="Step"
          aria-valuetext={spoken}
          min={0}
          max={steps - 1}
          step={1}
          value={step}
          onChange={(event) => go(event.target.valueAsNumber)}
        />
        <div className={styles.buttons}>
          <IconButton label="First step" icon="first" disabled={step === 0} onClick={() => go(0)} />
          <IconButton label="Step back" icon="back" disabled={step === 0} onClick={() => go(step - 1)} />
          <button type="button" className={field.primary} onClick={() => onPlay(!playing)}>
            {playing ? 'Pause' : 'Play'}
          </button>
          <IconButton label="Step forward" icon="on" disabled={step === steps - 1} onClick={() => go(step + 1)} />
          <IconButton label="Last step" icon="last" disabled={step === steps - 1} onClick={() => go(steps - 1)} />
          <span className={styles.count}>
            step {step + 1} of {steps}
          </span>
        </div>
      </Control>
    </div>
  );
}

function IconButton({ label, icon, disabled, onClick }: { readonly label: string; readonly icon: keyof typeof ICONS; readonly disabled: boolean; readonly onClick: () => void }) {
  return (
    <button type="button" className={field.button} aria-label={label} title={label} aria-disabled={disabled} onClick={onClick}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" className={styles.icon}>
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}
