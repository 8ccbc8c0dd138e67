import { useEffect, useState } from 'react';
import { onLookAgain } from './look-again';
import type { ThemeColours } from './theme-colours';
import { themeColours } from './theme-colours';

/**
 * The current theme's colours, since a canvas can't use custom properties; null until they are read. Read again when the
 * reader or the system switches between light, dark and print.
 */
export function useThemeColours(properties: readonly string[]): ThemeColours | null {
  const [read, setRead] = useState<{ readonly names: string; readonly colours: ThemeColours | null } | null>(null);
  const names = properties.join(' ');
  useEffect(() => {
    const update = (): void => {
      const style = getComputedStyle(document.documentElement);
      const next = { names, colours: themeColours(names.split(' '), (property) => style.getPropertyValue(property)) };
      setRead((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
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
  }, [names]);
  return read?.names === names ? read.colours : null;
}
