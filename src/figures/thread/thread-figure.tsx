import { useExperiments, useFitted, useResult, useTask } from '../../store/use-part';
import { FigureLayout } from '../../figure-parts/figure-layout/figure-layout';
import { FailedTask } from '../../figure-parts/request-state/failed-task';
import { useSet } from '../../figure-parts/use-set';
import { usePresentation } from '../../ui/presentation';
import { useMedia } from '../../ui/use-media';
import { OutputsFinding } from './outputs-finding';
import { PrintedNumbers } from './printed-numbers';
import { ThreadCode } from './thread-code';
import { ThreadCase, ThreadControls } from './thread-controls';
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
  const { compact, stage } = usePresentation();
  const narrow = useMedia('(max-width: 42rem)');
  // While another case is being computed, the old one's numbers would be beside the wrong code.
  const rows = result !== null && result.spec.thread.name === settings.threadCase && task.state !== 'failed' ? result.rows : [];
  const complete = result !== null && rows.length === result.spec.thread.printed.length;
  const trees = complete && <ThreadTrees result={result} />;
  const withTrees = !compact && !stage && !narrow;
  return (
    <FigureLayout
      state={task.state}
      picture={
        <>
          <PrintedNumbers rows={rows} />
          {withTrees && <div className={styles.treesPlace}>{trees}</div>}
        </>
      }
      finding={
        task.state === 'failed' ? (
          <FailedTask channel="thread" />
        ) : (
          <p>
            <ThreadVerdict rows={rows} settings={settings} /> {complete && <OutputsFinding rows={rows} beside={threadBeside} column={threadColumn} onChoose={withTrees ? (column) => set({ threadColumn: column }) : null} />}
          </p>
        )
      }
      controls={<ThreadCase />}
      more={
        <>
          {!withTrees && trees}
          <ThreadControls rows={complete ? rows : []} />
          <ThreadCode />
        </>
      }
    />
  );
}
