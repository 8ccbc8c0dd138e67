import type { KeyboardEvent } from 'react';
import { Control } from '../../ui/control';
import field from '../../ui/field.module.css';
import range from '../../ui/slider.module.css';
import { REDUCED_MOTION, useMedia } from '../../ui/use-media';
import styles from './transport.module.css';
import type { Playing } from './use-playing';

interface TransportProps {
  /** Names the steps: "Steps of the sum". */
  readonly label: string;
  /** Its setting, by its name in links. Left out if it sets nothing: a read-only presentation then shows it, too. */
  readonly of?: string;
  /** From 0 to `last`. */
  readonly at: number;
  readonly last: number;
  readonly playing: Playing;
  readonly onStep: (at: number) => void;
  /** A place further on that is worth a look. */
  readonly next?: { readonly label: string; readonly at: number };
  /** Name of the slider. */
  readonly name: string;
  /** The current place in words. */
  readonly count: string;
  /** What happened there, for screen readers: announced when it changes, so while playing it has to change rarely. */
  readonly said: string;
}

const ICONS = { first: 'M3,2v10M12,2v10L5,7z', back: 'M10,2v10L3,7z', on: 'M4,2v10L11,7z', last: 'M11,2v10M2,2v10L9,7z' } as const;

/**
 * Steps a figure forward and back, plays it, and jumps to any step; arrows, Home, End and Space do the same. A reader who
 * prefers reduced motion gets no play button: every step can be reached without it.
 */
export function Transport({ label, of, at, last, playing: { on, play, pause }, onStep, next, name, count, said }: TransportProps) {
  const calm = useMedia(REDUCED_MOTION);
  const toggle = on ? pause : play;
  const go = (to: number): void => {
    pause();
    onStep(Math.min(last, Math.max(0, to)));
  };
  const press = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (key === 'ArrowRight' || key === 'ArrowUp') go(at + 1);
    else if (key === 'ArrowLeft' || key === 'ArrowDown') go(at - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(last);
    else if (key === ' ' && !calm && !(target instanceof HTMLButtonElement)) toggle();
    else return;
    event.preventDefault();
  };
  const icon = (title: string, shape: keyof typeof ICONS, to: number) => (
    <button type="button" className={`${field.button} ${styles.step}`} aria-label={title} title={title} aria-disabled={to < 0 || to > last || to === at} onClick={() => go(to)}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" className={styles.icon}>
        <path d={ICONS[shape]} />
      </svg>
    </button>
  );
  const controls = (
    <div className={styles.transport} role="group" aria-label={label} onKeyDown={press} data-control>
      <div className={styles.buttons}>
        {icon('First step', 'first', 0)}
        {icon('Step back', 'back', at - 1)}
        {!calm && (
          <button type="button" className={`${field.primary} ${styles.play}`} onClick={toggle}>
            {on ? 'Pause' : 'Play'}
          </button>
        )}
        {icon('Step forward', 'on', at + 1)}
        {next && (
          <button type="button" className={`${field.button} ${styles.next}`} aria-disabled={at === last} onClick={() => go(next.at)}>
            {next.label}
          </button>
        )}
        {icon('Last step', 'last', last)}
      </div>
      <div className={styles.place}>
        <input type="range" className={range.range} aria-label={name} aria-valuetext={count} min={0} max={last} step={1} value={at} onChange={(event) => go(event.target.valueAsNumber)} />
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
  return of === undefined ? controls : <Control of={of}>{controls}</Control>;
}
