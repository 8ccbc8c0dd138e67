import { useRef, useState } from 'react';
import { LIMITS } from '../../lib/limits';
import { userRecordingsOf } from '../../store/user-recording';
import { useApp, useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { RadioGroup } from '../../ui/radio-group';
import { TextArea } from '../../ui/text-area';
import { FileLink } from '../file-link';
import { ReplayResult } from './replay-result';
import styles from './user-recording-panel.module.css';
import { RECORDER_COMMANDS } from './recorder-commands';

/** How readers put their own orders on the page: download the script, run it, drop its file; and the result. */
export function UserRecordingPanel() {
  const userRecordings = useHost().get(userRecordingsOf);
  const { own, reading, problem } = useApp(({ userRecording }) => userRecording);
  const [command, setCommand] = useState<(typeof RECORDER_COMMANDS)[number]['id']>('torch');
  const [pasted, setPasted] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const chosen = RECORDER_COMMANDS.find(({ id }) => id === command)!;
  if (userRecordings === null) return null;
  return (
    <div className={styles.machine} id="own-machine">
      <ol className={styles.steps}>
        <li>
          <p>
            <FileLink path="record_orders.py">Download record_orders.py</FileLink>
            . One file; it needs Python 3.8 and NumPy, opens no connection, and is written to be read before it is run.
          </p>
        </li>
        <li>
          <p>Run it where your library is installed:</p>
          <RadioGroup legend="Library" hideLegend value={command} options={RECORDER_COMMANDS.map(({ id, label }) => ({ value: id, label }))} onChange={setCommand} />
          <pre className={styles.code} tabIndex={0} aria-label="What to run">
            <code>{chosen.code}</code>
          </pre>
          <CopyButton key={command} text={chosen.code} label="Copy" confirmation="Copied" />
        </li>
        <li>
          <p>
            Drop the JSON file that it writes anywhere on this page, or{' '}
            <button type="button" data-word className={styles.inline} onClick={() => chooser.current?.click()}>
              choose it
            </button>
            . It is read in this browser and never leaves it; it may have up to {LIMITS.recordingBytes / 2 ** 20} MB.
          </p>
          <input
            ref={chooser}
            className="visually-hidden"
            type="file"
            accept=".json,application/json"
            tabIndex={-1}
            aria-label="A recording"
            onChange={(event) => {
              void userRecordings.take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <details className={styles.paste} data-print="no">
            <summary>Or paste its text</summary>
            <TextArea label="The recording’s text" value={pasted} rows={5} onChange={setPasted} />
            <button
              type="button"
              className={field.button}
              disabled={pasted.trim() === ''}
              onClick={() => {
                userRecordings.takeText(pasted);
                setPasted('');
              }}
            >
              Read it
            </button>
          </details>
        </li>
      </ol>
      <div className={styles.state}>
        <ProgressLine label={reading === null ? 'Reading' : `Reading ${reading.fileName}`} value={reading?.share ?? null} idle={reading === null} />
        {reading !== null && (
          <p role="status" className={styles.reading}>
            {reading.share === null ? `Reading ${reading.fileName}…` : `Replaying ${reading.fileName}, ${Math.round(100 * reading.share)} % of its rows…`}{' '}
            <button type="button" className={field.button} onClick={() => userRecordings.stop()}>
              Stop
            </button>
          </p>
        )}
        <Notice message={problem === null ? null : `${problem}${own === null ? '' : ` The page still runs on ${own.fileName}.`}`} />
        {own !== null && <ReplayResult own={own} onRemove={() => userRecordings.remove()} />}
      </div>
    </div>
  );
}
