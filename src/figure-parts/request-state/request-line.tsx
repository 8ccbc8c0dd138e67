import type { ReactNode } from 'react';
import type { Channel } from '../../store/results';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import { loaderOf } from '../../store/recording-loader';
import { recordingsFor } from '../../store/requests';
import { valuesOf } from '../../store/experiment';
import { useResult, useTask } from '../../store/use-part';
import { useApp, useHost, usePart } from '../../store/use-store';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import styles from './request-line.module.css';

interface RequestLineProps {
  readonly channel: Channel;
  /** What is being computed: "Batch sweep". */
  readonly label: string;
  /** What the reader can do about a failure. */
  readonly remedy?: ReactNode;
}

/** How far a channel's newest request is, and why it could not be done. */
export function RequestLine({ channel, label, remedy }: RequestLineProps) {
  const part = usePart();
  const host = useHost();
  const task = useTask(channel);
  const empty = useResult(channel) === null;
  /** Of the recordings that the part needs, one that is on its way, and one that could not be had. */
  const waiting = useApp(({ parts, recordings }) => recordingsFor(part, valuesOf(parts, part), recordings).find((name) => !recordings.has(name)));
  const lost = useApp(({ parts, recordings }) => recordingsFor(part, valuesOf(parts, part), recordings).find((name) => recordings.get(name)?.ok === false && !isUserRecordingName(name)));
  const running = task.state === 'running';
  const share = running && task.total > 0 ? task.done / task.total : null;
  return (
    <div className={styles.task}>
      <ProgressLine label={label} value={share} idle={!running} />
      {task.state === 'failed' && (
        <div className={styles.failure}>
          <Notice message={`${task.problem.message}${empty ? '' : ' The last result stays below, dimmed.'}`} />
          {lost !== undefined && (
            <button type="button" className={field.button} onClick={() => void host.get(loaderOf)?.load(lost)}>
              Try again
            </button>
          )}
          {remedy}
        </div>
      )}
      {empty && task.state !== 'failed' && <p className={styles.waiting}>{waiting !== undefined && channel !== 'growth' ? 'The recording is being loaded.' : `${label}: being computed.`}</p>}
    </div>
  );
}
