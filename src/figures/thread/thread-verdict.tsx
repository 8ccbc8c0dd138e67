import type { ThreadRow } from '../../experiments/thread';
import { THREAD } from '../../recordings/thread';
import type { Settings } from '../../share/settings';
import { countEqual, printedBlocks } from './printed-blocks';

interface ThreadVerdictProps {
  readonly rows: readonly ThreadRow[];
  readonly settings: Pick<Settings, 'threadCase' | 'threadLibrary' | 'threadOther' | 'threadSeed'>;
}

/** How many of the thread's numbers come out, in a sentence that names another library or seed as the reason. */
export function ThreadVerdict({ rows, settings: { threadCase, threadLibrary, threadOther, threadSeed } }: ThreadVerdictProps) {
  const thread = THREAD.find(({ name }) => name === threadCase) ?? THREAD[0]!;
  const { computed, equal, all } = countEqual(printedBlocks(thread, rows));
  const others = [...(threadLibrary === 'mkl-2020.4' && threadOther === '' ? [] : ['another library']), ...(threadSeed === thread.seed ? [] : ['another seed'])];
  const count = `${equal} of ${all}`;
  return (
    <>
      {computed < all ? (
        <>Adding up…</>
      ) : equal === all ? (
        <>
          <strong>{count}</strong> printed numbers come out to the last digit. Marked digits differ from the first line’s.
        </>
      ) : (
        <>
          <strong>{count}</strong> of the thread’s numbers come out
          {others.length > 0 ? <>: these are the digits of {others.join(' and ')}.</> : <>.</>} Marked digits differ from the first line’s.
        </>
      )}
    </>
  );
}
