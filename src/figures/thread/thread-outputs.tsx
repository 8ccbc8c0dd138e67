import { differences } from '../../experiments/differences';
import type { ThreadRow } from '../../experiments/thread';
import { useActions, useApp } from '../../store/use-store';
import { NumberField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/radio-group';
import { Control } from '../../ui/control';
import { useShown } from '../../ui/presentation';
import { largestDifference, rowsCompared } from './compared-rows';
import styles from './thread.module.css';

/** Output numbers that are written out one by one before only the largest is named. */
const NAMED = 8;

/** Which outputs differ between a call of one row and a larger one; each can be chosen for the trees below. */
export function ThreadOutputs({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const { threadColumn, threadBeside } = useApp((state) => state.fitted);
  const { set, notify } = useActions();
  const { single, beside } = rowsCompared(rows, threadBeside);
  const difference = differences(beside.values, single.values, beside.values, 'absolute');
  const differing = Array.from(difference.keys()).filter((j) => !Object.is(single.values[j], beside.values[j]));
  const sameMean = single.meanText === beside.meanText;
  const canChoose = useShown('output');
  const choose = (column: number) =>
    canChoose ? (
      <button type="button" className={styles.phrase} aria-pressed={column === threadColumn} onClick={() => set('threadColumn', column)}>
        {column}
      </button>
    ) : (
      column
    );
  return (
    <div className={styles.outputs}>
      <Control of="beside">
        <RadioGroup
          legend="Compare one row with"
          value={String(beside.batch)}
          options={rows.filter(({ batch }) => batch !== 1).map(({ batch }) => ({ value: String(batch), label: `${batch} rows` }))}
          onChange={(value) => set('threadBeside', Number(value))}
        />
      </Control>
      <Control of="output">
        <NumberField
          label="Output"
          value={threadColumn}
          min={0}
          max={single.values.length - 1}
          integer
          onChange={(value) => set('threadColumn', value)}
          onClamped={notify}
        />
      </Control>
      <p className={styles.finding} role="status">
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
                : {differing.map((column, i) => <span key={column}>{i > 0 && ', '}{choose(column)}</span>)}.
              </>
            ) : (
              <>, output {choose(largestDifference(difference))} the most.</>
            )}
            {sameMean && <> Their means print the same digits: a mean hides it.</>}
          </>
        )}
      </p>
    </div>
  );
}
