import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RampColours } from './difference-ramp';

/** Sent to the document by who changes the theme and reads the canvases in the same turn: they are painted at once. */
export const THEME_CHANGED = 'themechanged';

/** The ramp of the theme in force. A canvas cannot use custom properties, so they are read off the page. */
function readRamp(): RampColours {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: colour('--paper'),
    pending: colour('--pending'),
    minusFaint: colour('--minus-faint'),
    minusFull: colour('--minus-full'),
    plusFaint: colour('--plus-faint'),
    plusFull: colour('--plus-full'),
  };
}

/** The ramp's colours, read again when the reader or the system changes between light, dark and print. */
export function useRampColours(): RampColours | null {
  const [colours, setColours] = useState<RampColours | null>(null);
  useEffect(() => {
    const update = (): void => {
      const next = readRamp();
      setColours((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    update();
    const updateNow = (): void => flushSync(update);
    document.addEventListener(THEME_CHANGED, updateNow);
    const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
    for (const query of media) query.addEventListener('change', update);
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      for (const query of media) query.removeEventListener('change', update);
      observer.disconnect();
      document.removeEventListener(THEME_CHANGED, updateNow);
    };
  }, []);
  return colours;
}
