import type { ReactNode } from 'react';
import { valuesOf } from '../../store/experiment';
import { recordingsFor } from '../../store/requests';
import type { Channel } from '../../store/results';
import { useResult, useTask } from '../../store/use-part';
import { useApp, usePart } from '../../store/use-store';
import { ProgressLine } from '../../ui/progress-line';
import { FailedTask } from './failed-task';
import styles from './request-line.module.css';

interface RequestLineProps {
  readonly channel: Channel;
  /** What is being computed: "Batch sweep". */
  readonly label: string;
  /** What the reader can do about a failure. */
  readonly remedy?: ReactNode;
}

/** The progress of a channel's newest request, or why it failed. */
export function RequestLine({ channel, label, remedy }: RequestLineProps) {
  const part = usePart();
  const task = useTask(channel);
  const empty = useResult(channel) === null;
  /** A recording that the part needs and that is still loading. */
  const waiting = useApp((state) => recordingsFor(part, valuesOf(state.parts, part), state).find((name) => !state.recordings.has(name)));
  const running = task.state === 'running';
  const share = running && task.total > 0 ? task.done / task.total : null;
  return (
    <div className={styles.task}>
      <ProgressLine label={label} value={share} idle={!running} />
      <FailedTask channel={channel} more={empty ? '' : ' The last result stays below, dimmed.'} remedy={remedy} />
      {empty && task.state !== 'failed' && <p className={styles.waiting}>{waiting !== undefined && channel !== 'growth' ? 'The recording is being loaded.' : `${label}: being computed.`}</p>}
    </div>
  );
}
