import { useExperiments, useFitted, useResult, useTask } from '../../store/use-part';
import { FailedTask } from '../../figure-parts/request-state/failed-task';
import { Folded } from '../../ui/folded';
import { PrintedNumbers } from './printed-numbers';
import { ThreadCode } from './thread-code';
import { ThreadControls } from './thread-controls';
import { ThreadOutputs } from './thread-outputs';
import { ThreadTrees } from './thread-trees';
import { ThreadVerdict } from './thread-verdict';
import styles from './thread.module.css';

/** The thread's code, the numbers it printed, each computed here, and the two trees behind the difference. */
export default function ThreadFigure() {
  useExperiments();
  const task = useTask('thread');
  const result = useResult('thread');
  const settings = useFitted('threadCase', 'threadLibrary', 'threadOther', 'threadSeed');
  // While another case is being computed, the old one's numbers would be beside the wrong code.
  const rows = result !== null && result.spec.thread.name === settings.threadCase && task.state !== 'failed' ? result.rows : [];
  return (
    <figure className={styles.figure} aria-label="The thread’s code and its numbers, computed here" data-state={task.state}>
      <ThreadControls />
      <div className={styles.printout}>
        <ThreadCode />
        <div className={styles.numbers}>
          {task.state === 'failed' ? <FailedTask channel="thread" /> : <ThreadVerdict rows={rows} settings={settings} />}
          <PrintedNumbers rows={rows} />
        </div>
      </div>
      {result !== null && rows.length === result.spec.thread.printed.length && (
        <>
          <ThreadOutputs rows={rows} />
          <Folded title="The output, added up both ways">
            <ThreadTrees result={result} />
          </Folded>
        </>
      )}
    </figure>
  );
}
