import { useCallback, useMemo } from 'react';
import { planKey } from '../../experiments/order-schedule';
import type { WholeResult } from '../../store/results';
import { useFitted, useResult } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { wholeCell } from '../cell/cell-comparison';
import { Cell } from '../cell/cell';
import { DifferenceMap } from '../difference-map/difference-map';
import { UnitControl } from '../difference-map/map-controls';
import type { OrderedCall } from '../difference-map/order-groups';
import { orderGroups } from '../difference-map/order-groups';
import { OrdersList } from '../difference-map/orders-list';
import { SummaryTable } from '../difference-map/summary-table';
import styles from '../request-state/results.module.css';
import { useSliced } from '../request-state/use-sliced';
import { useStale } from '../request-state/use-stale';
import { useSet } from '../use-set';
import { wholeFinding } from './whole-finding';
import { wholeMatrix } from './whole-matrix';
import { wholeSummaryRow } from './whole-orders';
import { wholePicture } from './whole-picture';
import { wholeSummary } from './whole-summary';

interface WholeResultsProps {
  /** Folds the orders and the table even if there is room. */
  readonly foldsDetails?: boolean;
}

/** All rows of one call compared with the same rows one at a time: what computing them together changed. */
export function WholeResults({ foldsDetails = false }: WholeResultsProps) {
  const whole = useResult('whole');
  const { unit, cell } = useFitted('unit', 'cell');
  const set = useSet();
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const picture = useMemo(() => matrix && wholePicture(matrix), [matrix]);
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const found = counted !== null && whole !== null && counted.byRow.length === whole.plans.batch && whole.rowsDone === whole.plans.batch ? counted : null;
  const plans = whole?.plans;
  const spec = whole?.spec;
  const groups = useMemo(() => plans && spec && orderGroups(spec, callsOf(plans)), [plans, spec]);
  const finding = useMemo(() => whole && wholeFinding(whole, found), [whole, found]);
  const comparison = useMemo(() => whole && cell && wholeCell(whole, cell), [whole, cell]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <>
      <UnitControl />
      {whole && picture && groups && finding && (
        <div className={stale ? styles.stale : styles.results}>
          <p className={styles.finding} role="status" data-testid="finding">
            {finding.join(' ')}
          </p>
          <DifferenceMap picture={picture} selected={cell} />
          {whole.plans.note !== '' && <p className={styles.note}>{whole.plans.note}</p>}
          {comparison && <Cell comparison={comparison} onClose={close} />}
          <Folded title="The orders" always={foldsDetails}>
            <OrdersList groups={groups} notes={[]} />
          </Folded>
          {found && (
            <Folded title="The numbers as a table" always={foldsDetails}>
              <SummaryTable rows={[wholeSummaryRow(whole, found)]} format={whole.spec.layer.format} />
            </Folded>
          )}
        </div>
      )}
    </>
  );
}

/** The two calls that a whole batch compares, the larger one once for each way in which it sums rows. */
function callsOf({ baseline, together, batch, provenance }: WholeResult['plans']): OrderedCall[] {
  const single = { batch: 1, orders: baseline, provenance };
  const distinct = new Map(together.map(({ orders }) => [planKey(orders), orders]));
  return batch === 1 ? [single] : [single, ...[...distinct.values()].map((orders) => ({ batch, orders, provenance }))];
}
