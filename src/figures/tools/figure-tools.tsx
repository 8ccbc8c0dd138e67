import { useContext } from 'react';
import type { FigureId } from '../../share/figure-settings';
import { partLink } from '../../share/part-link';
import { FigureStatesContext } from '../../store/figure-states';
import { CopyButton } from '../../ui/copy-button';
import { EmbedButton } from '../embed-dialog/embed-button';
import { FIGURES } from '../figures';
import styles from './figure-tools.module.css';
import { pageAddress } from './page-address';

/** What can be done with a figure as it stands: take a link to it along, put it into another page. */
export function FigureTools({ id }: { readonly id: FigureId }) {
  const states = useContext(FigureStatesContext);
  return (
    <div className={styles.tools}>
      <CopyButton
        label="Copy link"
        confirmation={() => ['Link copied.', states.leftOut(id)].join(' ')}
        text={() => partLink(pageAddress(), id, states.of(id))}
      />
      <EmbedButton part={id} title={FIGURES[id].title} values={() => states.of(id)} leftOut={() => states.leftOut(id)} />
    </div>
  );
}
