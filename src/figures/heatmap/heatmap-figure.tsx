import { useCallback, useMemo, useState } from 'react';
import { SETTINGS } from '../../share/settings';
import { useApp, useExperiments, useFitted, useHover, useResult } from '../../store/use-store';
import { sweepCell } from '../../figure-parts/cell/cell-comparison';
import { CellPanel } from '../../figure-parts/cell/cell-panel';
import { LibraryControl } from '../../figure-parts/difference-map/library-control';
import { MapControls } from '../../figure-parts/difference-map/map-controls';
import { orderGroups } from '../../figure-parts/difference-map/order-groups';
import { OrdersList } from '../../figure-parts/difference-map/orders-list';
import { isRecordedLayer } from '../../figure-parts/difference-map/recorded-layers';
import { SummaryTable } from '../../figure-parts/difference-map/summary-table';
import { SweepMap } from '../../figure-parts/sweep/sweep-map';
import { sweepMatrix } from '../../figure-parts/sweep/sweep-matrix';
import { sweepSummaries } from '../../figure-parts/sweep/sweep-summaries';
import results from '../../figure-parts/request-state/results.module.css';
import { RequestLine } from '../../figure-parts/request-state/request-line';
import { useSliced } from '../../figure-parts/request-state/use-sliced';
import { useStale } from '../../figure-parts/request-state/use-stale';
import { useSet } from '../../figure-parts/use-set';
import { usePresentation } from '../../ui/presentation';
import { Folded } from '../../ui/folded';
import { BatchTwoQuestion, useHasGuessed } from './batch-two-question';
import { heatmapFinding } from './heatmap-finding';
import styles from './heatmap.module.css';
import { largestDifferences } from './largest-differences';
import { UlpAlone } from './ulp-alone';

/** One row through calls of many sizes, every output of a recorded library; first a guess, then the map. */
export default function HeatmapFigure() {
  useExperiments();
  const sweep = useResult('sweep');
  const { baseline, unit, cell, recording } = useFitted('baseline', 'unit', 'cell', 'recording');
  const mapOpen = useApp(({ parts }) => parts.heatmap.mapOpen);
  const pointed = useHover()?.line ?? null;
  const set = useSet();
  const stale = useStale('sweep');
  const guessed = useHasGuessed();
  const { asks, embedded } = usePresentation();
  const matrix = useSliced(useMemo(() => sweep && (() => sweepMatrix(sweep, baseline, unit)), [sweep, baseline, unit]));
  const summaries = useSliced(useMemo(() => sweep && (() => sweepSummaries(sweep, baseline)), [sweep, baseline]));
  const groups = useMemo(() => sweep && orderGroups(sweep.rows, sweep.spec.layer.outFeatures), [sweep]);
  const finding = useMemo(() => sweep && heatmapFinding(sweep, baseline), [sweep, baseline]);
  const notes = useMemo(() => [...new Set(sweep?.rows.map(({ note }) => note).filter((note) => note !== ''))], [sweep]);
  const extremes = useMemo(() => sweep && largestDifferences(sweep, baseline), [sweep, baseline]);
  const comparison = useMemo(() => sweep && cell && sweepCell(sweep, baseline, cell), [sweep, baseline, cell]);
  const close = useCallback(() => set({ cell: null }), [set]);
  // What sets the map opens it, too: a phrase of the text, a link. Once it was seen it stays open.
  const [seen, setSeen] = useState(false);
  const opened = seen || !asks || mapOpen || guessed || cell !== null || unit !== SETTINGS.unit.initial || recording !== SETTINGS.recording.initial;
  if (opened && !seen) setSeen(true);
  // An embed that begins with the map doesn't ask for what is to be seen in it.
  const asked = asks && !(embedded && mapOpen && !guessed);
  return (
    <div className={styles.figure}>
      <LibraryControl />
      {asked && isRecordedLayer(recording) && (
        <div className={styles.question}>
          <BatchTwoQuestion sweep={sweep} />
        </div>
      )}
      <RequestLine channel="sweep" label="Batch sweep" />
      {!opened && isRecordedLayer(recording) && <p className={results.note}>The map appears once you have answered.</p>}
      {opened && sweep && matrix && groups && (
        <div className={stale ? results.stale : results.results}>
          <p className={results.finding} role="status" data-testid="finding">
            {finding?.join(' ')}
          </p>
          <MapControls />
          <SweepMap matrix={matrix} selected={cell} />
          {comparison && <CellPanel comparison={comparison} onClose={close} />}
          {extremes && (
            <Folded title="Why not ulp alone">
              <UlpAlone found={extremes} />
            </Folded>
          )}
          <Folded title="The orders, by batch size">
            <OrdersList groups={groups} notes={notes} pointed={pointed} />
          </Folded>
          {summaries && (
            <details className={styles.table}>
              <summary>The numbers by batch size, as a table</summary>
              <SummaryTable rows={summaries} format={sweep.spec.layer.format} pointed={pointed} />
            </details>
          )}
        </div>
      )}
    </div>
  );
}
