import { useCallback, useMemo } from 'react';
import { outputDtype } from '../../linear/output-format';
import { useFitted, useResult } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { lazyPart } from '../../ui/lazy-part';
import { WholeCell } from '../cell/cell';
import { DifferenceMap } from '../difference-map/difference-map';
import { AgainstControl, MapControls } from '../difference-map/map-controls';
import { orderGroups } from '../difference-map/order-groups';
import { OrdersList } from '../difference-map/orders-list';
import { SummaryTable } from '../difference-map/summary-table';
import styles from '../request-state/results.module.css';
import { useSliced } from '../request-state/use-sliced';
import { useStale } from '../request-state/use-stale';
import { useSet } from '../use-set';
import { wholeFinding } from './whole-finding';
import { wholeMatrix } from './whole-matrix';
import { wholeCalls, wholeSummaryRow } from './whole-orders';
import { wholePicture } from './whole-picture';
import { wholeSummary } from './whole-summary';

const WholeOrdersMap = lazyPart('This map', async () => (await import('../difference-map/orders-map')).WholeOrdersMap);

interface WholeResultsProps {
  /** Folds the orders and the table even if there is room. */
  readonly foldsDetails?: boolean;
}

/** All rows of one call: how each differs from the same row alone, or elsewhere in the call, and which orders add it up. */
export function WholeResults({ foldsDetails = false }: WholeResultsProps) {
  const whole = useResult('whole');
  const { unit, cell, mapLayer } = useFitted('unit', 'cell', 'mapLayer');
  const showsOrders = mapLayer === 'orders';
  const set = useSet();
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const found = counted !== null && whole !== null && counted.byRow.length === whole.plans.batch && whole.rowsDone === whole.plans.batch ? counted : null;
  const plans = whole?.plans;
  const spec = whole?.spec;
  const picture = useMemo(() => matrix && wholePicture(matrix), [matrix]);
  const groups = useMemo(() => plans && spec && orderGroups(spec, wholeCalls({ plans, spec })), [plans, spec]);
  const finding = useMemo(() => whole && wholeFinding(whole, found), [whole, found]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <>
      <MapControls>
        <AgainstControl whole={whole} />
      </MapControls>
      {whole && picture && groups && finding && (
        <div className={stale ? styles.stale : styles.results}>
          {showsOrders ? <WholeOrdersMap plans={whole.plans} spec={whole.spec} /> : <DifferenceMap finding={finding} picture={picture} />}
          {cell && <WholeCell whole={whole} cell={cell} onClose={close} />}
          <Folded title="The orders" always={foldsDetails}>
            <OrdersList groups={groups} notes={[]} />
          </Folded>
          {found && (
            <Folded title="The numbers as a table" always={foldsDetails}>
              <SummaryTable rows={[wholeSummaryRow(whole, found)]} dtype={outputDtype(whole.spec.layer)} />
            </Folded>
          )}
        </div>
      )}
    </>
  );
}
