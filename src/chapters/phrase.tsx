import type { MouseEvent, ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FigureId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import { readPhrase } from '../share/phrase';
import { sameValue } from '../share/setting-table';
import { useActions, useApp, useHost } from '../store/use-store';
import { lazyPart } from '../ui/lazy-part';
import styles from './chapters.module.css';
import { LED_HERE } from './led-here';

const WayBack = lazyPart('The way back to the text', async () => (await import('./way-back')).WayBack, 'line');

interface PhraseProps {
  /** Anchor of the figure that the phrase sets. */
  readonly figure: FigureId;
  /** Settings as in a link, by the figure's own names: `unit=ulp&cell=4,17`. */
  readonly set: string;
  readonly children: ReactNode;
}

type Some = Partial<PartValues[FigureId]>;

/** A phrase of the text that sets a figure; pressing it again restores what was there. */
export function Phrase({ figure, set, children }: PhraseProps) {
  const values = useMemo(() => readPhrase(figure, set), [figure, set]);
  const { getState } = useHost().store;
  const { setPart } = useActions();
  const [before, setBefore] = useState<Some | null>(null);
  /** The figure to which the reader was taken from this phrase. */
  const [away, setAway] = useState<{ readonly figure: HTMLElement; readonly phrase: HTMLElement } | null>(null);
  const back = useCallback(() => setAway(null), []);
  const isSet = useApp(({ parts }) => holds(parts[figure], values));
  const press = (event: MouseEvent<HTMLElement>): void => {
    if (isSet && before !== null) {
      setPart(figure, before);
      setBefore(null);
      setAway(null);
      return;
    }
    const now: Readonly<Record<string, unknown>> = getState().parts[figure];
    setBefore(Object.fromEntries(Object.keys(values).map((key) => [key, now[key]])));
    setPart(figure, values);
    const place = document.getElementById(figure)!;
    place.dispatchEvent(new Event(LED_HERE));
    if (showDrawing(place, event.currentTarget)) setAway({ figure: place, phrase: event.currentTarget });
  };
  return (
    <>
      <button type="button" data-word data-figure={figure} className={styles.phrase} aria-pressed={isSet} onClick={press} title={isSet && before !== null ? 'Press again to put it back' : 'Sets the figure'}>
        {children}
      </button>
      {away && createPortal(<WayBack {...away} onBack={back} />, away.figure)}
    </>
  );
}

function holds(now: Readonly<Record<string, unknown>>, values: Some): boolean {
  return Object.entries(values).every(([key, value]) => sameValue(now[key], value));
}

/** Brings a figure's drawing into sight, as much of it as fits, and says whether that took the phrase out of sight. */
function showDrawing(figure: HTMLElement, phrase: HTMLElement): boolean {
  (figure.querySelector('[data-picture]') ?? figure).scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { top, bottom } = phrase.getBoundingClientRect();
  // What stands behind the bar that follows is out of sight, too.
  return top < (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0) || bottom > window.innerHeight;
}
