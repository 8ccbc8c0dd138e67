import { useExperiments, useFitted, useResult, useTask } from '../../store/use-part';
import { FailedTask } from '../../figure-parts/request-state/failed-task';
import { useSet } from '../../figure-parts/use-set';
import { Folded } from '../../ui/folded';
import { usePresentation } from '../../ui/presentation';
import { OutputsFinding } from './outputs-finding';
import { PrintedNumbers } from './printed-numbers';
import { ThreadCode } from './thread-code';
import { ThreadControls } from './thread-controls';
import { ThreadTrees } from './thread-trees';
import { ThreadVerdict } from './thread-verdict';
import styles from './thread.module.css';

/** The thread's code, the numbers it printed, each computed here, and the two trees behind the difference. */
export default function ThreadFigure() {
  useExperiments();
  const task = useTask('thread');
  const result = useResult('thread');
  const settings = useFitted('threadCase', 'threadLibrary', 'threadOther', 'threadSeed');
  const { threadColumn, threadBeside } = useFitted('threadColumn', 'threadBeside');
  const set = useSet();
  const { compact } = usePresentation();
  // While another case is being computed, the old one's numbers would be beside the wrong code.
  const rows = result !== null && result.spec.thread.name === settings.threadCase && task.state !== 'failed' ? result.rows : [];
  const complete = result !== null && rows.length === result.spec.thread.printed.length;
  return (
    <figure className={styles.figure} aria-label="The thread’s numbers, computed here" data-state={task.state}>
      <PrintedNumbers rows={rows} />
      <div className={compact ? undefined : styles.treesPlace}>
        {complete && (
          <Folded title="The output, added up both ways">
            <ThreadTrees result={result} />
          </Folded>
        )}
      </div>
      <div className={styles.findings}>
        {task.state === 'failed' ? <FailedTask channel="thread" /> : <ThreadVerdict rows={rows} settings={settings} />}
        {complete && <OutputsFinding rows={rows} beside={threadBeside} column={threadColumn} onChoose={(column) => set({ threadColumn: column })} />}
      </div>
      <Folded title="Another case, library or seed; the code" always>
        <div className={styles.more}>
          <ThreadControls rows={complete ? rows : []} />
          <ThreadCode />
        </div>
      </Folded>
    </figure>
  );
}
