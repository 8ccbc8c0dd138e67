import { differences } from '../../experiments/differences';
import type { ThreadRow } from '../../experiments/thread';
import { useShown } from '../../ui/presentation';
import { largestDifference, rowsCompared } from './compared-rows';
import styles from './thread.module.css';

/** If more outputs than this differ, only the one that differs most is named. */
const NAMED = 8;

interface OutputsFindingProps {
  readonly rows: readonly ThreadRow[];
  /** Rows of the call to compare with a call of one row; 0 for the largest. */
  readonly beside: number;
  /** The chosen output. */
  readonly column: number;
  /** Null where nothing in sight shows the chosen one. */
  readonly onChoose: ((column: number) => void) | null;
}

/** Which outputs differ between a call of one row and a larger one, in a sentence; each can be chosen. */
export function OutputsFinding({ rows, beside: besideRows, column, onChoose }: OutputsFindingProps) {
  const { single, beside } = rowsCompared(rows, besideRows);
  const difference = differences(beside.values, single.values, beside.values, 'absolute');
  const differing = Array.from(difference.keys()).filter((j) => !Object.is(single.values[j], beside.values[j]));
  const sameMean = single.meanText === beside.meanText;
  const isShown = useShown('output');
  const choose = (one: number) =>
    isShown && onChoose ? (
      <button type="button" data-word className={styles.phrase} aria-pressed={one === column} onClick={() => onChoose(one)}>
        {one}
      </button>
    ) : (
      one
    );
  return (
    <>
      Between 1 and {beside.batch} rows,{' '}
      {differing.length === 0 ? (
        <>all {single.values.length} outputs agree to the bit.</>
      ) : (
        <>
          <strong>
            {differing.length} of {single.values.length}
          </strong>{' '}
          outputs differ
          {differing.length <= NAMED ? (
            <>
              : {differing.map((one, i) => <span key={one}>{i > 0 && ', '}{choose(one)}</span>)}.
            </>
          ) : (
            <>, output {choose(largestDifference(difference))} the most.</>
          )}
          {sameMean && <> Their means print the same digits: a mean hides the difference.</>}
        </>
      )}
    </>
  );
}
