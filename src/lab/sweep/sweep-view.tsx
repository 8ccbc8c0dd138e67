import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useSet } from '../../figure-parts/use-set';
import { useFitted, useHover, useResult } from '../../store/use-store';
import { CellPanel } from '../../figure-parts/cell/cell-panel';
import { sweepCell } from '../../figure-parts/cell/cell-comparison';
import styles from '../../figure-parts/request-state/results.module.css';
import { OrdersList } from '../../figure-parts/difference-map/orders-list';
import { SummaryTable } from '../../figure-parts/difference-map/summary-table';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSettled } from '../../figure-parts/request-state/use-settled';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { MapControls } from '../../figure-parts/difference-map/map-controls';
import { orderGroups } from '../../figure-parts/difference-map/order-groups';
import { Folded } from '../../ui/folded';
import { SizeRemedy } from './size-remedy';
import { sweepFinding } from '../../figure-parts/sweep/sweep-finding';
import { SweepMap } from '../../figure-parts/sweep/sweep-map';
import { sweepMatrix } from '../../figure-parts/sweep/sweep-matrix';
import { sweepSummaries } from '../../figure-parts/sweep/sweep-summaries';

const SweepHistogram = lazy(async () => ({ default: (await import('./sweep-histogram')).SweepHistogram }));

/** One row of x through calls of many sizes. */
export function SweepView() {
  const sweep = useResult('sweep');
  const { baseline, unit, cell } = useFitted('baseline', 'unit', 'cell');
  const pointed = useHover()?.line ?? null;
  const set = useSet();
  const stale = useStale('sweep');
  const matrix = useSliced(useMemo(() => sweep && (() => sweepMatrix(sweep, baseline, unit)), [sweep, baseline, unit]));
  const rested = useSettled(sweep);
  const summaries = useSliced(useMemo(() => rested && (() => sweepSummaries(rested, baseline)), [rested, baseline]));
  const restedMatrix = useSettled(matrix);
  const groups = useMemo(() => sweep && orderGroups(sweep.rows, sweep.spec.layer.outFeatures), [sweep]);
  const finding = useMemo(() => sweep && sweepFinding(sweep, baseline), [sweep, baseline]);
  const notes = useMemo(() => [...new Set(sweep?.rows.map(({ note }) => note).filter((note) => note !== ''))], [sweep]);
  const comparison = useMemo(() => sweep && cell && sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <>
      <RequestLine channel="sweep" label="Batch sweep" remedy={<SizeRemedy />} />
      <MapControls />
      {sweep && matrix && groups && (
        <div className={stale ? styles.stale : styles.results}>
          <p className={styles.finding} role="status" data-testid="finding">
            {finding?.join(' ')}
          </p>
          <SweepMap matrix={matrix} selected={cell} />
          <Folded title="The orders, by batch size">
            <OrdersList groups={groups} notes={notes} pointed={pointed} />
          </Folded>
          {comparison && <CellPanel comparison={comparison} onClose={close} />}
          {summaries && rested && (
            <Folded title="The numbers by batch size, as a table">
              <SummaryTable rows={summaries} format={rested.spec.layer.format} pointed={pointed} />
            </Folded>
          )}
          <Folded title="Sizes of the differences">
            <Suspense fallback={null}>{restedMatrix && <SweepHistogram matrix={restedMatrix} />}</Suspense>
          </Folded>
        </div>
      )}
    </>
  );
}
