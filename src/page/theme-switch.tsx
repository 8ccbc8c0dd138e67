import { useEffect } from 'react';
import { EMBED_SETTINGS } from '../share/embed-settings';
import { useActions, useApp } from '../store/use-store';
import { RadioGroup } from '../ui/radio-group';

const LABELS = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;

/** Light, dark, or the system's. */
export function ThemeSwitch() {
  const theme = useApp((state) => state.theme);
  const { setTheme } = useActions();
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return <RadioGroup legend="Theme" hideLegend value={theme} options={EMBED_SETTINGS.theme.options.map((value) => ({ value, label: LABELS[value] }))} onChange={setTheme} />;
}
