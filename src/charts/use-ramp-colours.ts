import { useEffect, useState } from 'react';
import type { RampColours } from './heatmap-colours';
import { rampColours } from './heatmap-colours';
import { onLookAgain } from './look-again';

/** The current theme's ramp. A canvas can't use custom properties, so their values are read from the page. */
function readRamp(): RampColours | null {
  const style = getComputedStyle(document.documentElement);
  return rampColours((property) => style.getPropertyValue(property));
}

/**
 * The ramp's colours; null until the style sheet that defines them has loaded. Read again whenever a style sheet loads,
 * and when the reader or the system switches between light, dark and print.
 */
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
    // A style sheet's load event does not bubble.
    const arrived = ({ target }: Event): void => {
      if (target instanceof HTMLLinkElement || target instanceof HTMLStyleElement) update();
    };
    document.addEventListener('load', arrived, true);
    return () => {
      for (const query of media) query.removeEventListener('change', update);
      observer.disconnect();
      document.removeEventListener('load', arrived, true);
      stopLooking();
    };
  }, []);
  return colours;
}
