import type { ReactNode } from 'react';
import { useContext, useState, useSyncExternalStore } from 'react';
import type { FigureId } from '../share/figure-settings';
import type { Values } from '../store/figure-states';
import { FigureStatesContext } from '../store/figure-states';
import styles from './chapters.module.css';

interface PhraseProps {
  /** Anchor of the figure that the phrase sets. */
  readonly figure: FigureId;
  readonly set: Values;
  readonly children: ReactNode;
}

/** A phrase of the text that sets a figure; pressed again it puts back what was there. */
export function Phrase({ figure, set, children }: PhraseProps) {
  const states = useContext(FigureStatesContext);
  const [before, setBefore] = useState<Values | null>(null);
  const isSet = useSyncExternalStore(
    states.subscribe,
    () => states.holds(figure, set),
    () => false,
  );
  const press = (): void => {
    if (isSet && before !== null) {
      states.set(figure, before);
      setBefore(null);
      return;
    }
    const now = states.of(figure);
    setBefore(Object.fromEntries(Object.keys(set).map((key) => [key, now[key]])));
    states.set(figure, set);
    const place = document.getElementById(figure);
    const box = place?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > window.innerHeight)) place?.scrollIntoView({ block: 'center' });
  };
  return (
    <button type="button" data-word className={styles.phrase} aria-pressed={isSet} onClick={press} title={isSet && before !== null ? 'Press again to put it back' : 'Sets the figure'}>
      {children}
    </button>
  );
}
