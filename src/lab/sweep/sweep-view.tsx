import { useCallback, useMemo } from 'react';
import { useActions, useApp } from '../../store/use-store';
import { CellPanel } from '../cell/cell-panel';
import { sweepCell } from '../cell/cell-comparison';
import styles from '../lab.module.css';
import { OrdersList } from '../orders-list';
import { SummaryTable } from '../table/summary-table';
import { TaskLine } from '../task-line';
import { useSliced } from '../use-sliced';
import { useStale } from '../use-stale';
import { MapControls } from './map-controls';
import { orderGroups } from './order-groups';
import { SizeRemedy } from './size-remedy';
import { sweepFinding } from './sweep-finding';
import { SweepMap } from './sweep-map';
import { sweepMatrix } from './sweep-matrix';
import { sweepSummaries } from './sweep-summaries';

/** One row of x through calls of many sizes. */
export function SweepView() {
  const sweep = useApp(({ results }) => results.sweep);
  const { baseline, unit, cell } = useApp(({ fitted }) => fitted);
  const pointed = useApp(({ hover }) => hover?.line ?? null);
  const { select } = useActions();
  const stale = useStale('sweep');
  const matrix = useSliced(useMemo(() => sweep && (() => sweepMatrix(sweep, baseline, unit)), [sweep, baseline, unit]));
  const summaries = useSliced(useMemo(() => sweep && (() => sweepSummaries(sweep, baseline)), [sweep, baseline]));
  const groups = useMemo(() => sweep && orderGroups(sweep.rows, sweep.spec.layer.outFeatures), [sweep]);
  const finding = useMemo(() => sweep && sweepFinding(sweep, baseline), [sweep, baseline]);
  const notes = useMemo(() => [...new Set(sweep?.rows.map(({ note }) => note).filter((note) => note !== ''))], [sweep]);
  const comparison = useMemo(() => sweep && cell && sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  const close = useCallback(() => select(null), [select]);
  return (
    <>
      <TaskLine channel="sweep" label="Batch sweep" remedy={<SizeRemedy />} />
      <MapControls />
      {sweep && matrix && groups && (
        <div className={stale ? styles.stale : styles.results}>
          <p className={styles.finding} role="status" data-testid="finding">
            {finding?.join(' ')}
          </p>
          <SweepMap matrix={matrix} selected={cell} />
          <OrdersList groups={groups} notes={notes} pointed={pointed} />
          {comparison && <CellPanel comparison={comparison} onClose={close} />}
          {summaries && <SummaryTable rows={summaries} format={sweep.spec.layer.format} pointed={pointed} />}
        </div>
      )}
    </>
  );
}
