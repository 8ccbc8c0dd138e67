import type { ReactNode } from 'react';
import type { Channel } from '../../store/results';
import { useApp } from '../../store/use-store';
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
  const task = useApp(({ tasks }) => tasks[channel]);
  const empty = useApp(({ results }) => results[channel] === null);
  const waiting = useApp(({ recordings, missing, fitted }) => fitted.schedule === 'recording' && !recordings.has(fitted.recording) && !missing.has(fitted.recording));
  const running = task.state === 'running';
  const share = running && task.total > 0 ? task.done / task.total : null;
  return (
    <div className={styles.task}>
      <ProgressLine label={label} value={share} idle={!running} />
      {task.state === 'failed' && (
        <div className={styles.failure}>
          <Notice message={`${task.problem.message}${empty ? '' : ' The last result stays below, dimmed.'}`} />
          {remedy}
        </div>
      )}
      {empty && task.state !== 'failed' && <p className={styles.waiting}>{waiting && channel !== 'growth' ? 'The recording is being loaded.' : `${label}: being computed.`}</p>}
    </div>
  );
}
