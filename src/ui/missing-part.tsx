import { useContext, useEffect, useState } from 'react';
import field from './field.module.css';
import styles from './lazy-part.module.css';
import type { WhyMissing } from './page-version';
import { PageVersionContext } from './page-version';
import { useOnline } from './use-online';

/** `line`: within a sentence, where a gap will do while the part loads. */
export type PartPlace = 'block' | 'line';

interface MissingPartProps {
  /** Its name, capitalized to begin a sentence. */
  readonly name: string;
  readonly place: PartPlace;
  /** How often its code failed to load; null if it loaded and then threw. */
  readonly failures: number | null;
  readonly onAgain: () => void;
}

const REASONS: Readonly<Record<WhyMissing, string>> = {
  offline: ' You seem to be offline.',
  newer: ' There is a newer version of this page. Reload it to go on: your settings are in its address.',
  unknown: '',
};

/** Stands in for a part: says that it is missing, why (if known), and what the reader can do. */
export function MissingPart({ name, place, failures, onAgain }: MissingPartProps) {
  const version = useContext(PageVersionContext);
  const [why, setWhy] = useState<WhyMissing>('unknown');
  useEffect(() => {
    if (failures === null || version === null) return;
    let shown = true;
    void version.whyMissing().then((found) => {
      if (shown) setWhy(found);
    });
    return () => {
      shown = false;
    };
  }, [failures, version]);
  useOnline(why === 'offline', onAgain);
  const Tag = place === 'line' ? 'span' : 'p';
  // Some browsers never request a script again once it failed; a reloaded page does.
  const canReload = version !== null && (why === 'newer' || (failures !== null && failures > 1));
  return (
    <Tag className={styles.waiting} role="status" data-missing>
      {failures === null ? `${name} has stopped: something in it failed.` : `${name} could not be loaded.${REASONS[why]}`}{' '}
      {why !== 'newer' && (
        <button type="button" className={field.button} onClick={onAgain}>
          Try again
        </button>
      )}{' '}
      {canReload && (
        <button type="button" className={field.button} onClick={version.reload}>
          Reload the page
        </button>
      )}
    </Tag>
  );
}
