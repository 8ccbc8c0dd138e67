import { useCallback, useMemo } from 'react';
import { useExperiments, useFitted, useResult, useSettings } from '../../store/use-store';
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
import { useSet } from '../../figure-parts/use-set';
import { wholeFinding } from '../../figure-parts/whole-batch/whole-finding';
import { WholeMap } from '../../figure-parts/whole-batch/whole-map';
import { wholeMatrix } from '../../figure-parts/whole-batch/whole-matrix';
import { wholeSummary } from '../../figure-parts/whole-batch/whole-summary';
import { Control } from '../../ui/control';
import styles from './neighbours.module.css';

const SIZES = [2, 4, 8, 16, 128];

/** All rows of one call against the same rows one at a time: what being computed together changed, for a recorded library. */
export default function NeighboursFigure() {
  useExperiments();
  const whole = useResult('whole');
  const { wholeBatch: rows } = useSettings('wholeBatch');
  const { unit, cell } = useFitted('unit', 'cell');
  const set = useSet();
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const found = counted !== null && whole !== null && counted.byRow.length === whole.plans.batch && whole.rowsDone === whole.plans.batch ? counted : null;
  const finding = useMemo(() => whole && wholeFinding(whole, found), [whole, found]);
  const comparison = useMemo(() => whole && cell && wholeCell(whole, cell), [whole, cell]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <div className={styles.figure}>
      <div className={styles.controls}>
        <LibraryControl />
        <Control of="batch">
          <RadioGroup legend="Rows in the call" value={String(rows)} options={[...new Set([...SIZES, rows])].sort((a, b) => a - b).map((size) => ({ value: String(size), label: String(size) }))} onChange={(to) => set({ wholeBatch: Number(to), cell: null })} />
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
              <SummaryTable
                rows={[{ batch: whole.plans.batch, keys: whole.plans.together.map(({ key }) => key), provenance: whole.plans.provenance, isBaseline: false, summary: found.summary }]}
                format={whole.spec.layer.format}
              />
            </details>
          )}
        </div>
      )}
    </div>
  );
}
