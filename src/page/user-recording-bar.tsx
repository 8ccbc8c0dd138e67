import { userRecordingsOf } from '../store/user-recording';
import { useApp, useHost } from '../store/use-store';
import field from '../ui/field.module.css';
import { lazyPart } from '../ui/lazy-part';
import { Notice } from '../ui/notice';
import styles from './page.module.css';

/** How the replay went; its words load with the reader's first recording. */
const ShortSummary = lazyPart('What the replay found', async () => (await import('../figure-parts/user-recording/short-summary')).ShortSummary, 'line');

/** Shown wherever the reader is: the page runs on their recording, how that is proved, and the way back. */
export function UserRecordingBar() {
  const userRecordings = useHost().get(userRecordingsOf);
  const { own, reading, problem } = useApp(({ userRecording }) => userRecording);
  if (userRecordings === null || (own === null && reading === null && problem === null)) return null;
  return (
    <div className={styles.userRecording} role="region" aria-label="Your recording, in short">
      {reading !== null && (
        <p role="status">
          Reading {reading.fileName}
          {reading.share === null ? '…' : `: replaying, ${Math.round(100 * reading.share)} %`}
        </p>
      )}
      {problem !== null && <Notice message={problem} onDismiss={() => userRecordings.dismissProblem()} />}
      {own !== null && reading === null && (
        <p>
          The page runs on <a href="#own-machine">{own.fileName}</a>, <ShortSummary recording={own.recording} replayed={own.replayed} />.{' '}
          <button type="button" className={field.button} onClick={() => userRecordings.remove()}>
            Remove it
          </button>
        </p>
      )}
    </div>
  );
}
