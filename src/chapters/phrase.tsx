import type { ReactNode } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { setFigure, useFigureTarget } from '../figures/figure-targets';
import styles from './chapters.module.css';

interface PhraseProps {
  /** Anchor of the figure that the phrase sets. */
  readonly figure: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

const never = (): (() => void) => () => undefined;

/** A phrase of the text that sets a figure; pressed again it puts back what was there. */
export function Phrase({ figure, set, children }: PhraseProps) {
  const target = useFigureTarget(figure);
  const [before, setBefore] = useState<Readonly<Record<string, unknown>> | null>(null);
  const isSet = useSyncExternalStore(
    target?.subscribe ?? never,
    () => {
      if (target === undefined) return false;
      const now = target.read();
      return Object.entries(set).every(([key, value]) => JSON.stringify(now[key]) === JSON.stringify(value));
    },
    () => false,
  );
  const press = (): void => {
    if (isSet && before !== null) {
      setFigure(figure, before);
      setBefore(null);
      return;
    }
    const now = target?.read();
    if (now) setBefore(Object.fromEntries(Object.keys(set).map((key) => [key, now[key]])));
    setFigure(figure, set);
    const place = document.getElementById(figure);
    const box = place?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > window.innerHeight)) place?.scrollIntoView({ block: 'center' });
  };
  return (
    <button type="button" className={styles.phrase} aria-pressed={isSet} onClick={press} title={isSet && before !== null ? 'Press again to put it back' : 'Sets the figure'}>
      {children}
    </button>
  );
}
