import { Folded } from '../ui/folded';
import styles from './chapters.module.css';
import type { SourceKey } from './sources';
import { SOURCES } from './sources';

const ALL = Object.entries(SOURCES);

/** A citation in the text that links to its entry at the end. */
export function Cite({ id }: { readonly id: SourceKey }) {
  return (
    <a className={styles.cite} href={`#source-${id}`}>
      {SOURCES[id].short}
    </a>
  );
}

/** All sources, each with what this page uses from it. */
export function SourceList() {
  return (
    <Folded title={`${ALL.length} sources, and what this page has from each`} always>
      <ul className={styles.sources}>
        {ALL.map(([key, { full, url, claim }]) => (
          <li key={key} id={`source-${key}`}>
            <a href={url}>{full}</a>. {claim}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
