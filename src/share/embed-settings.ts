import { fail, ok } from '../lib/result';
import type { Setting } from './setting';
import { choice, flag, word } from './setting';
import type { TableValues } from './setting-table';

/** Which controls an embed shows: all, none, or those of some settings, by their names in links. */
export type ControlNames = 'all' | readonly string[];

const controlNames: Setting<ControlNames> = {
  label: 'Controls',
  initial: 'all',
  name: 'controls',
  scopes: ['embed'],
  step: false,
  print: (names) => (names === 'all' ? names : names.join(',') || 'none'),
  parse: (text) => {
    if (text === 'all') return ok({ value: text });
    if (text === 'none') return ok({ value: [] });
    const names = text.split(',').map((name) => name.trim());
    if (names.length > 40 || !names.every((name) => /^[a-z][a-z-]{0,40}$/.test(name))) return fail({ message: 'is neither all nor none nor a list of names joined by commas' });
    return ok({ value: [...new Set(names)] });
  },
};

/** A colour as `#rrggbb`; a query may omit the `#`, which it would have to write as `%23`. */
const accent = word(
  'Accent',
  '',
  (text) => (text === '' || /^#?[0-9a-f]{6}$/i.test(text) ? ok(text === '' ? '' : `#${text.replace('#', '').toLowerCase()}`) : fail({ message: 'It is not a colour such as #0b6e4f' })),
  { name: 'accent', scopes: ['embed'] },
);

/** How an embed looks and what its readers may do: the same for every figure. */
export const EMBED_SETTINGS = {
  /** `auto` follows the reader's system. */
  theme: choice('Theme', 'auto', ['auto', 'light', 'dark'], { name: 'theme', scopes: ['embed'] }),
  /** Empty: the page's own. */
  accent,
  controls: controlNames,
  /** The reader can set nothing; the embedding page still can. */
  readOnly: flag('Read-only', false, { name: 'readonly', scopes: ['embed'] }),
  /** `compact`: for narrow columns and small heights. `stage`: for a projector, the figure fills the window. */
  layout: choice('Layout', 'wide', ['wide', 'compact', 'stage'], { name: 'layout', scopes: ['embed'] }),
} as const;

export type EmbedLook = TableValues<typeof EMBED_SETTINGS>;
