import field from '../../ui/field.module.css';
import { Slider } from '../../ui/slider';
import { useMedia } from '../../ui/use-media';
import type { Playing } from './use-playing';
import type { Animation } from './animation-of-order';
import styles from './walks.module.css';

interface TransportProps {
  readonly playing: Playing;
  readonly walks: readonly Animation[];
  readonly last: number;
}

/** Steps done once the next join of any walk is. */
function nextJoin(walks: readonly Animation[], done: number, last: number): number {
  return Math.min(last, ...walks.flatMap(({ joinedAt }) => [...joinedAt].filter((step) => step >= done).map((step) => step + 1)));
}

/** Play, pause, step and scrub. A reader who wants no motion gets no play: the steps and joins are all there. */
export function Transport({ playing: { on, done, play, pause, goTo }, walks, last }: TransportProps) {
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <div className={styles.transport}>
      <div className={styles.buttons}>
        {calm ? (
          <button type="button" className={field.primary} onClick={() => goTo(0)}>
            To the start
          </button>
        ) : (
          <button type="button" className={`${field.primary} ${styles.play}`} onClick={on ? pause : play}>
            {on ? 'Pause' : done === 0 || done >= last ? 'Play' : 'Go on'}
          </button>
        )}
        <button type="button" className={field.button} onClick={() => goTo(done - 1)} disabled={done === 0} aria-label="One step back">
          ← step
        </button>
        <button type="button" className={field.button} onClick={() => goTo(done + 1)} disabled={done >= last} aria-label="One step on">
          step →
        </button>
        <button type="button" className={field.button} onClick={() => goTo(nextJoin(walks, done, last))} disabled={done >= last}>
          Next join
        </button>
      </div>
      <Slider label={`Steps done, of ${last}`} value={done} min={0} max={last} onChange={goTo} />
    </div>
  );
}
