import { useCallback, useMemo } from 'react';
import type { Channel } from '../../store/results';
import { useExperiments } from '../../store/use-experiments';
import { useActions, useApp } from '../../store/use-store';
import { RadioGroup } from '../../ui/radio-group';
import { wholeCell } from '../../figure-parts/cell/cell-comparison';
import { CellPanel } from '../../figure-parts/cell/cell-panel';
import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { UnitControl } from '../../figure-parts/difference-map/map-controls';
import { SummaryTable } from '../../figure-parts/difference-map/summary-table';
import results from '../../figure-parts/request-state/results.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { useRecordingShape } from '../../figure-parts/difference-map/use-recording-shape';
import { wholeFinding } from '../../figure-parts/whole-batch/whole-finding';
import { WholeMap } from '../../figure-parts/whole-batch/whole-map';
import { wholeMatrix } from '../../figure-parts/whole-batch/whole-matrix';
import { wholeSummaryRow } from '../../figure-parts/whole-batch/whole-orders';
import { wholeSummary } from '../../figure-parts/whole-batch/whole-summary';
import { Control } from '../../ui/control';
import styles from './neighbours.module.css';

const CHANNELS: readonly Channel[] = ['whole', 'cell'];

const SIZES = [2, 4, 8, 16, 128];

/** What being computed together changed, for every row and output of a recorded library. */
export function Neighbours() {
  useExperiments(CHANNELS);
  useRecordingShape();
  const whole = useApp((state) => state.results.whole);
  const rows = useApp(({ settings }) => settings.wholeBatch);
  const { unit, cell } = useApp(({ fitted }) => fitted);
  const { select, setAll } = useActions();
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const found = counted !== null && whole !== null && counted.byRow.length === whole.plans.batch && whole.rowsDone === whole.plans.batch ? counted : null;
  const finding = useMemo(() => whole && wholeFinding(whole, found), [whole, found]);
  const comparison = useMemo(() => whole && cell && wholeCell(whole, cell), [whole, cell]);
  const close = useCallback(() => select(null), [select]);
  return (
    <div className={styles.figure}>
      <div className={styles.controls}>
        <LibraryControl />
        <Control of="batch">
          <RadioGroup legend="Rows in the call" value={String(rows)} options={[...new Set([...SIZES, rows])].sort((a, b) => a - b).map((size) => ({ value: String(size), label: String(size) }))} onChange={(to) => setAll({ wholeBatch: Number(to), cell: null })} />
        </Control>
      </div>
      <RequestLine channel="whole" label="Whole batch" />
      {whole && matrix && (
        <div className={stale ? results.stale : results.results}>
          <p className={results.finding} role="status" data-testid="finding">
            {finding?.join(' ')}
          </p>
          <UnitControl />
          <WholeMap matrix={matrix} selected={cell} />
          {whole.plans.note !== '' && <p className={results.note}>{whole.plans.note}</p>}
          {comparison && <CellPanel comparison={comparison} onClose={close} />}
          {found && (
            <details className={styles.table}>
              <summary>The numbers as a table</summary>
              <SummaryTable rows={[wholeSummaryRow(whole, found)]} format={whole.spec.layer.format} />
            </details>
          )}
        </div>
      )}
    </div>
  );
}
