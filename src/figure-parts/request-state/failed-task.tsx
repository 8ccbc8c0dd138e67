import type { ReactNode } from 'react';
import type { Channel } from '../../store/results';
import { useTask } from '../../store/use-part';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice';
import styles from './failed-task.module.css';
import { useAskAgain } from './use-ask-again';

interface FailedTaskProps {
  readonly channel: Channel;
  /** What else is said after the problem. */
  readonly more?: string;
  /** What else the reader can do about it. */
  readonly remedy?: ReactNode;
}

/** Why a channel's newest request could not be done, and a way to ask anew where that may help; nothing while it could. */
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
