import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { outputDtype } from '../../linear/output-format';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import { useFitted, useHover, useResult } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { lazyPart } from '../../ui/lazy-part';
import { SweepCell } from '../cell/cell';
import { DifferenceMap } from '../difference-map/difference-map';
import { BaselineControl, MapControls } from '../difference-map/map-controls';
import { orderGroups } from '../difference-map/order-groups';
import { OrdersList } from '../difference-map/orders-list';
import { SummaryTable } from '../difference-map/summary-table';
import styles from '../request-state/results.module.css';
import { useSettled } from '../request-state/use-settled';
import { useSliced } from '../request-state/use-sliced';
import { useStale } from '../request-state/use-stale';
import { useSet } from '../use-set';
import type { SweepMatrix } from './sweep-matrix';
import { sweepMatrix } from './sweep-matrix';
import { sweepCalls } from './sweep-orders';
import { sweepPicture } from './sweep-picture';
import { sweepSummaries } from './sweep-summaries';

const SweepOrdersMap = lazyPart('This map', async () => (await import('../difference-map/orders-map')).SweepOrdersMap);

interface SweepResultsProps {
  /** What the map of the differences shows, in sentences. */
  readonly finding: (sweep: SweepResult, baseline: Baseline) => readonly string[];
  /** Folds the table even if there is room. */
  readonly foldsTable?: boolean;
  /** Content below that map and the tables. */
  readonly children: (matrix: SweepMatrix) => ReactNode;
}

/** One row of x in calls of many batch sizes: a map with a row per batch size and a column per output, and its findings. */
export function SweepResults({ finding, foldsTable = false, children }: SweepResultsProps) {
  const sweep = useResult('sweep');
  const { baseline, unit, cell, mapLayer } = useFitted('baseline', 'unit', 'cell', 'mapLayer');
  const showsOrders = mapLayer === 'orders';
  const pointed = useHover()?.line ?? null;
  const set = useSet();
  const stale = useStale('sweep');
  const matrix = useSliced(useMemo(() => sweep && (() => sweepMatrix(sweep, baseline, unit)), [sweep, baseline, unit]));
  const picture = useMemo(() => matrix && sweepPicture(matrix), [matrix]);
  const rested = useSettled(sweep);
  const summaries = useSliced(useMemo(() => rested && (() => sweepSummaries(rested, baseline)), [rested, baseline]));
  const groups = useMemo(() => sweep && orderGroups(sweep.spec, sweepCalls(sweep)), [sweep]);
  const found = useMemo(() => sweep && finding(sweep, baseline), [finding, sweep, baseline]);
  const notes = useMemo(() => [...new Set(sweep?.rows.map(({ note }) => note).filter((note) => note !== ''))], [sweep]);
  const close = useCallback(() => set({ cell: null }), [set]);
  return (
    <>
      <MapControls>
        <BaselineControl sweep={sweep} />
      </MapControls>
      {sweep && matrix && picture && groups && found && (
        <div className={stale ? styles.stale : styles.results}>
          {showsOrders ? <SweepOrdersMap sweep={sweep} /> : <DifferenceMap finding={found} picture={picture} />}
          {cell && <SweepCell sweep={sweep} baseline={baseline} cell={cell} onClose={close} />}
          {/* The map of the orders lists them. */}
          <Folded title="The orders, by batch size" always={showsOrders}>
            <OrdersList groups={groups} notes={notes} pointed={pointed} />
          </Folded>
          {summaries && rested && (
            <Folded title="The numbers by batch size, as a table" always={foldsTable}>
              <SummaryTable rows={summaries} dtype={outputDtype(rested.spec.layer)} pointed={pointed} />
            </Folded>
          )}
          {!showsOrders && children(matrix)}
        </div>
      )}
    </>
  );
}
