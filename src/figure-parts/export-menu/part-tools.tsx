import type { OwnNumbers } from '../../export/figure-numbers';
import type { PartId } from '../../share/figure-settings';
import type { State } from '../../store/store';
import { Project } from './project';
import { Share } from './share';
import styles from './share.module.css';

/** Loads the function that makes a figure's own numbers, those that the worker's results don't contain. */
export type LoadOwnNumbers = () => Promise<(state: State) => OwnNumbers>;

interface PartToolsProps {
  readonly part: PartId;
  readonly ownNumbers?: LoadOwnNumbers | undefined;
}

/** What can be done with a part as it stands: share it, or show it on a projector. */
export function PartTools({ part, ownNumbers }: PartToolsProps) {
  return (
    <div className={styles.tools} data-control>
      <Share part={part} ownNumbers={ownNumbers} />
      <Project part={part} />
    </div>
  );
}
