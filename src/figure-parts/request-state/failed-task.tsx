import type { ReactNode } from 'react';
import type { Channel } from '../../store/results';
import { useTask } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import styles from './failed-task.module.css';
import { useAskAgain } from './use-ask-again';

interface FailedTaskProps {
  readonly channel: Channel;
  /** Text after the problem. */
  readonly more?: string;
  /** What else the reader can do about it. */
  readonly remedy?: ReactNode;
}

/** Why a channel's newest request failed, and a way to retry if that may help; renders nothing if it did not fail. */
export function FailedTask({ channel, more = '', remedy }: FailedTaskProps) {
  const task = useTask(channel);
  const askAgain = useAskAgain(channel);
  if (task.state !== 'failed') return null;
  return (
    <div className={styles.failure}>
      <Notice message={`${task.problem.message}${more}`} />
      {askAgain && (
        <button type="button" className={field.button} onClick={askAgain}>
          Try again
        </button>
      )}
      {remedy}
    </div>
  );
}
