import { useContext } from 'react';
import { replayLines, replaySentences } from '../figures/own-machine/replay-summary';
import { useOwnState } from '../figures/own-machine/use-own-recording';
import { OwnRecordingsContext } from '../store/own-state';
import field from '../ui/field.module.css';
import { Notice } from '../ui/notice';
import styles from './page.module.css';

/** Wherever the reader is: that the page runs on their recording, how that is proved, and the way back. */
export function OwnBar() {
  const owner = useContext(OwnRecordingsContext);
  const { own, reading, complaint } = useOwnState();
  if (owner === null || (own === null && reading === null && complaint === null)) return null;
  return (
    <div className={styles.own} role="region" aria-label="Your recording, in short">
      {reading !== null && (
        <p role="status">
          Reading {reading.fileName}
          {reading.share === null ? '…' : `: replaying, ${Math.round(100 * reading.share)} %`}
        </p>
      )}
      {complaint !== null && <Notice message={complaint} onDismiss={() => owner.store.setState({ complaint: null })} />}
      {own !== null && reading === null && (
        <p>
          The page runs on <a href="#own-machine">{own.fileName}</a>: {replaySentences(replayLines(own.replayed)).join(' ')}{' '}
          <button type="button" className={field.button} onClick={() => owner.remove()}>
            Remove it
          </button>
        </p>
      )}
    </div>
  );
}
