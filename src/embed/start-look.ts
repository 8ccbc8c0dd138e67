import type { EmbedLook } from '../share/embed-settings';
import { accentColours } from '../ui/accent-colours';

/** Applies theme and accent to the page, and returns what changes them on a message; the accent follows the current theme. */
export function startLook({ theme, accent }: Pick<EmbedLook, 'theme' | 'accent'>): (change: Partial<Pick<EmbedLook, 'theme' | 'accent'>>) => void {
  let look = { theme, accent };
  const root = document.documentElement;
  const apply = (): void => {
    if (look.theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = look.theme;
    const style = getComputedStyle(root);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const colours = look.accent === '' ? null : accentColours(look.accent, { paper: colour('--paper'), ink: colour('--ink'), inkQuiet: colour('--ink-quiet') });
    for (const [name, value] of [['--accent', colours?.accent], ['--accent-wash', colours?.wash], ['--on-accent', colours?.onAccent]] as const) {
      if (value === undefined) root.style.removeProperty(name);
      else root.style.setProperty(name, value);
    }
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  apply();
  return (change) => {
    look = { ...look, ...change };
    apply();
  };
}
