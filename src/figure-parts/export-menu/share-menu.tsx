import type { OwnNumbers } from '../../export/figure-numbers';
import type { PartId } from '../../share/figure-settings';
import { partLink } from '../../share/page-link';
import { PART_TITLES } from '../../share/part-titles';
import { leftOut } from '../../store/left-out';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import { EmbedButton } from '../embed-dialog/embed-button';
import { pageAddress } from './page-address';
import { SaveMenu } from './save-menu';
import styles from './share.module.css';

interface ShareMenuProps {
  readonly part: PartId;
  /** The element that shows the part. */
  readonly element: Element;
  readonly ownNumbers: Promise<(state: State) => OwnNumbers>;
}

/** What can be taken away of a part as it stands: a link, the code that embeds it, files. */
export function ShareMenu({ part, ...saved }: ShareMenuProps) {
  const { getState } = useHost().store;
  return (
    <>
      <div className={styles.row}>
        <CopyButton label="Copy link" confirmation={() => ['Link copied.', leftOut(getState(), part)].join(' ')} text={() => partLink(pageAddress(), part, getState().parts[part])} />
        <EmbedButton part={part} title={PART_TITLES[part]} values={() => getState().parts[part]} leftOut={() => leftOut(getState(), part)} />
      </div>
      <SaveMenu part={part} {...saved} />
    </>
  );
}
