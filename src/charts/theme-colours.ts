import { useEffect, useState } from 'react';
import type { RampColours } from './heatmap-colours';
import { onLookAgain } from './look-again';

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
    const stopLooking = onLookAgain(update);
    const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
    for (const query of media) query.addEventListener('change', update);
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      for (const query of media) query.removeEventListener('change', update);
      observer.disconnect();
      stopLooking();
    };
  }, []);
  return colours;
}
