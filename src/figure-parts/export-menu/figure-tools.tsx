import { useContext } from 'react';
import type { FigureId } from '../../share/figure-settings';
import { partLink } from '../../share/part-link';
import { FigureStatesContext } from '../../store/figure-states';
import { CopyButton } from '../../ui/copy-button';
import { EmbedButton } from '../embed-dialog/embed-button';
import { PART_TITLES } from '../../share/part-titles';
import styles from './figure-tools.module.css';
import { pageAddress } from './page-address';
import { Save } from './save';

/** What can be done with a figure as it stands: take a link to it along, put it into another page, keep the figure itself. */
export function FigureTools({ id }: { readonly id: FigureId }) {
  const states = useContext(FigureStatesContext);
  const address = (): string => partLink(pageAddress(), id, states.of(id));
  return (
    <div className={styles.tools} data-control>
      <CopyButton label="Copy link" confirmation={() => ['Link copied.', states.leftOut(id)].join(' ')} text={address} />
      <EmbedButton part={id} title={PART_TITLES[id]} values={() => states.of(id)} leftOut={() => states.leftOut(id)} />
      <Save shown={() => ({ part: id, title: PART_TITLES[id], address: address(), values: states.of(id), numbers: states.numbers(id) })} />
    </div>
  );
}
