import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Baseline } from '../../share/special-settings';
import type { SweepResult } from '../../store/results';
import { useFitted, useResult } from '../../store/use-part';
import { lazyPart } from '../../ui/lazy-part';
import { SweepCell } from '../cell/cell';
import { DifferenceMap } from '../difference-map/difference-map';
import { BaselineControl, UnitControl } from '../difference-map/map-controls';
import { farthestCell, useShownCell } from '../difference-map/shown-cell';
import { FigureLayout } from '../figure-layout/figure-layout';
import { useSliced } from '../request-state/use-sliced';
import { useStale } from '../request-state/use-stale';
import { SettingRadios } from '../setting-controls/setting-choice';
import type { SweepMatrix } from './sweep-matrix';
import { sweepMatrix } from './sweep-matrix';
import { sweepOrdersFinding, sweepOrdersPicture } from './sweep-orders-picture';
import { sweepPicture } from './sweep-picture';

/** Folded at first. */
const SweepMore = lazyPart('The details', async () => (await import('./sweep-more')).SweepMore);

interface SweepResultsProps {
  /** What the map of the differences shows, in sentences. */
  readonly finding: (sweep: SweepResult, baseline: Baseline) => readonly string[];
  /** Asks about the map of the differences, and says what it shows once that is answered. */
  readonly question?: ((sweep: SweepResult, finding: string) => ReactNode) | undefined;
  /** The line of the batch size that is asked about, which is hidden; left out for none. */
  readonly veiled?: number | undefined;
  /** Above the map: the progress. */
  readonly progress?: ReactNode;
  /** What the figure sets most; without it, that is baseline and unit. */
  readonly controls?: ReactNode;
  /** More content of the map of the differences, folded. */
  readonly children: (matrix: SweepMatrix) => ReactNode;
}

/** One row of x in calls of many batch sizes: a map with a row per batch size and a column per output, and what it shows. */
export function SweepResults({ finding, question, veiled, progress, controls, children }: SweepResultsProps) {
  const sweep = useResult('sweep');
  const { baseline, unit, mapLayer } = useFitted('baseline', 'unit', 'mapLayer');
  const showsOrders = mapLayer === 'orders';
  const stale = useStale('sweep');
  const matrix = useSliced(useMemo(() => sweep && (() => sweepMatrix(sweep, baseline, unit)), [sweep, baseline, unit]));
  const picture = useMemo(() => {
    const whole = showsOrders ? sweep && sweepOrdersPicture(sweep) : matrix && sweepPicture(matrix);
    if (!whole?.rowOrders || veiled === undefined) return whole;
    return { ...whole, rowOrders: whole.rowOrders.map((marks, row) => (whole.lines[row] === veiled ? [] : marks)) };
  }, [showsOrders, sweep, matrix, veiled]);
  const farthest = useMemo(() => matrix && farthestCell(matrix, veiled), [matrix, veiled]);
  const { cell, outlined, ...panel } = useShownCell(farthest, veiled);
  const found = useMemo(() => sweep && (showsOrders ? sweepOrdersFinding(sweep) : finding(sweep, baseline)).join(' '), [showsOrders, finding, sweep, baseline]);
  return (
    <FigureLayout
      stale={stale}
      picture={
        <>
          {progress}
          {sweep && matrix && picture && (
            <DifferenceMap picture={picture} cell={outlined} veiled={veiled}>
              {cell && <SweepCell sweep={sweep} baseline={baseline} cell={cell} {...panel} />}
            </DifferenceMap>
          )}
        </>
      }
      finding={found}
      question={sweep && found && !showsOrders ? question?.(sweep, found) : undefined}
      controls={
        <>
          {controls}
          {!controls && <BaselineControl sweep={sweep} />}
          <SettingRadios of="mapLayer" />
          {!controls && <UnitControl />}
        </>
      }
      more={
        <>
          {controls && (
            <>
              <BaselineControl sweep={sweep} />
              <UnitControl />
            </>
          )}
          {sweep && (
            <SweepMore sweep={sweep} baseline={baseline} cell={outlined}>
              {!showsOrders && matrix && children(matrix)}
            </SweepMore>
          )}
        </>
      }
    />
  );
}
