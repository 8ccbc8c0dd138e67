import { useCallback, useMemo } from 'react';
import type { WholeResult } from '../../store/results';
import { useSet } from '../../figure-parts/use-set';
import { useFitted, useResult } from '../../store/use-store';
import { wholeCell } from '../../figure-parts/cell/cell-comparison';
import { CellPanel } from '../../figure-parts/cell/cell-panel';
import styles from '../../figure-parts/request-state/results.module.css';
import { OrdersList } from '../../figure-parts/difference-map/orders-list';
import { orderGroups } from '../../figure-parts/difference-map/order-groups';
import { UnitControl } from '../../figure-parts/difference-map/map-controls';
import { SizeRemedy } from '../sweep/size-remedy';
import { SummaryTable } from '../../figure-parts/difference-map/summary-table';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { wholeFinding } from '../../figure-parts/whole-batch/whole-finding';
import { WholeMap } from '../../figure-parts/whole-batch/whole-map';
import { wholeMatrix } from '../../figure-parts/whole-batch/whole-matrix';
import { wholeSummary } from '../../figure-parts/whole-batch/whole-summary';
import { Folded } from '../../ui/folded';

/** All rows of one call against the same rows one at a time. */
export function WholeView() {
  const whole = useResult('whole');
  const { unit, cell } = useFitted('unit', 'cell');
  const set = useSet();
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const found = counted !== null && whole !== null && counted.byRow.length === whole.plans.batch && whole.rowsDone === whole.plans.batch ? counted : null;
  const plans = whole?.plans;
  const groups = useMemo(() => plans && orderGroups(sweepLike(plans), plans.outFeatures), [plans]);
  const finding = useMemo(() => whole && wholeFinding(whole, found), [whole, found]);
  const comparison = useMemo(() => whole && cell && wholeCell(whole, cell), [whole, cell]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <>
      <RequestLine channel="whole" label="Whole batch" remedy={<SizeRemedy />} />
      <div className={styles.mapControls}>
        <UnitControl />
      </div>
      {whole && matrix && groups && plans && (
        <div className={stale ? styles.stale : styles.results}>
          <p className={styles.finding} role="status" data-testid="finding">
            {finding?.join(' ')}
          </p>
          <WholeMap matrix={matrix} selected={cell} />
          <Folded title="The two orders">
            <OrdersList groups={groups} notes={plans.note === '' ? [] : [plans.note]} />
          </Folded>
          {comparison && <CellPanel comparison={comparison} onClose={close} />}
          {found && (
            <Folded title="The numbers as a table">
              <SummaryTable
                rows={[{ batch: plans.batch, keys: plans.together.map(({ key }) => key), provenance: plans.provenance, isBaseline: false, summary: found.summary }]}
                format={whole.spec.layer.format}
              />
            </Folded>
          )}
        </div>
      )}
    </>
  );
}

/** The two calls that a whole batch compares, as rows that have orders. */
function sweepLike({ alone, together, batch, provenance, note }: WholeResult['plans']): Parameters<typeof orderGroups>[0] {
  const values = new Float32Array(0);
  const single = { batch: 1, values, orders: alone, provenance, note };
  return batch === 1 ? [single] : [single, { batch, values, orders: together, provenance, note }];
}
