import type { FigureId } from '../../share/figure-settings';
import styles from './figure-tools.module.css';
import type { LoadOwnNumbers } from './part-tools';
import { PartTools } from './part-tools';

interface FigureToolsProps {
  readonly id: FigureId;
  readonly ownNumbers: LoadOwnNumbers | undefined;
}

/** What can be done with a figure, in its head. */
export function FigureTools({ id, ownNumbers }: FigureToolsProps) {
  return (
    <div className={styles.tools} data-control>
      <PartTools part={id} ownNumbers={ownNumbers} />
    </div>
  );
}
