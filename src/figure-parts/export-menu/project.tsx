import type { SyntheticEvent } from 'react';
import { printEmbedLink } from '../../share/embed-link';
import { EMBED_SETTINGS } from '../../share/embed-settings';
import type { PartId } from '../../share/figure-settings';
import { presetOf } from '../../share/preset-of';
import { firstValues } from '../../share/setting-table';
import { useHost } from '../../store/use-store';
import { pageAddress } from './page-address';
import styles from './share.module.css';

/** The part alone, as large as the window, in a tab of its own. */
export function Project({ part }: { readonly part: PartId }) {
  const { getState } = useHost().store;
  // The address follows the part when it is wanted, not at every step of a slider.
  const follow = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void => {
    const { parts, theme } = getState();
    const values = parts[part];
    const look = { ...firstValues(EMBED_SETTINGS), theme, layout: 'stage' as const };
    currentTarget.href = `${new URL('embed.html', pageAddress()).href}?${printEmbedLink({ part, preset: presetOf(part, values), values, look })}`;
  };
  return (
    <a className={styles.project} href={`./embed.html?figure=${part}&layout=stage`} target="_blank" rel="noopener" onFocus={follow} onPointerDown={follow} title="The figure alone, for a projector">
      Project
    </a>
  );
}
