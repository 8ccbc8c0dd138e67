import { createContext, useContext, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { FigureId } from '../share/figure-settings';
import field from '../ui/field.module.css';
import styles from './chapters.module.css';

/** The phrase from which the reader was taken to its figure. */
interface Way {
  readonly figure: FigureId;
  readonly phrase: HTMLElement;
}

type WayBackStore = StoreApi<{ readonly way: Way | null }>;

export const WayBackContext = createContext<WayBackStore | null>(null);

export function newWayBack(): WayBackStore {
  return createStore(() => ({ way: null }));
}

/**
 * Brings a figure's drawing into sight, as much of it as fits. Where this takes the phrase out of sight, the figure
 * offers the way back.
 */
export function useShowDrawing(): (way: Way) => void {
  const store = useContext(WayBackContext);
  return (way) => {
    const figure = document.getElementById(way.figure);
    if (figure === null) return;
    const drawing = figure.querySelector('[data-picture]') ?? figure;
    const frame = figure.getBoundingClientRect();
    const { top, bottom, height } = drawing.getBoundingClientRect();
    const from = Math.max(parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0, frame.top);
    const to = Math.min(window.innerHeight, frame.bottom);
    if (top >= from && bottom <= to) return;
    drawing.scrollIntoView({ block: height > to - from ? 'start' : 'nearest', behavior: 'instant' });
    if (!inSight(way.phrase)) store?.setState({ way });
  };
}

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

/** Leads from a figure back to the phrase that was pressed, until the reader is there. */
export function WayBack({ figure }: { readonly figure: FigureId }) {
  const store = useContext(WayBackContext);
  return store && <WayBackTo figure={figure} store={store} />;
}

function WayBackTo({ figure, store }: { readonly figure: FigureId; readonly store: WayBackStore }) {
  const phrase = useStore(store, ({ way }) => (way?.figure === figure ? way.phrase : null));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (phrase === null) return;
    // The focus goes where the reader looks, and comes back with the reader.
    button.current?.focus({ preventScroll: true });
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)!.isIntersecting) return;
      if (document.activeElement === button.current) phrase.focus({ preventScroll: true });
      store.setState({ way: null });
    });
    observer.observe(phrase);
    return () => observer.disconnect();
  }, [phrase, store]);
  if (phrase === null) return null;
  return (
    <div className={styles.wayBack} data-control>
      <button ref={button} type="button" className={field.button} onClick={() => phrase.scrollIntoView({ block: 'center', behavior: 'instant' })}>
        Back to the text
      </button>
    </div>
  );
}
