import { encodeSettings } from '../share/url-codec';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS, SETTING_KEYS } from '../share/settings';
import { useActions, useApp } from '../store/use-store';
import { CopyButton } from '../ui/copy-button';
import field from '../ui/field.module.css';
import styles from './lab.module.css';

/** Resetting the Lab leaves the thread above it, and the theme, alone. */
const LAB_KEYS = SETTING_KEYS.filter((key) => !key.startsWith('thread') && key !== 'theme');
const FIRST = Object.fromEntries(LAB_KEYS.map((key) => [key, INITIAL_SETTINGS[key]])) as Partial<Settings>;

/** The way to come back here, and the way back to the start. */
export function LabLinks() {
  const settings = useApp((state) => state.settings);
  const { setAll } = useActions();
  return (
    <div className={styles.buttons}>
      <CopyButton label="Copy link" confirmation="Link copied" text={() => linkTo(settings)} />
      <button type="button" className={field.button} onClick={() => setAll(FIRST)}>
        Reset
      </button>
    </div>
  );
}

function linkTo(settings: Settings): string {
  const query = encodeSettings(settings);
  return `${location.origin}${location.pathname}${query === '' ? '' : `?${query}`}#lab`;
}
