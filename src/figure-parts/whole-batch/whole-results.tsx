import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { outputDtype } from '../../linear/output-format';
import { useFitted, useResult } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { WholeCell, WholeSums } from '../cell/cell';
import { DifferenceMap } from '../difference-map/difference-map';
import { DifferingOutputs } from '../difference-map/differing-outputs';
import { AgainstControl, UnitControl } from '../difference-map/map-controls';
import { orderGroups } from '../difference-map/order-groups';
import { OrdersList } from '../difference-map/orders-list';
import { farthestCell, useShownCell } from '../difference-map/shown-cell';
import { SummaryTable } from '../difference-map/summary-table';
import { FigureLayout } from '../figure-layout/figure-layout';
import { useSliced } from '../request-state/use-sliced';
import { useStale } from '../request-state/use-stale';
import { SettingRadios } from '../setting-controls/setting-choice';
import { wholeFinding } from './whole-finding';
import { wholeMatrix } from './whole-matrix';
import { wholeCalls, wholeSummaryRow } from './whole-orders';
import { ordersFinding, wholeOrdersPicture } from './whole-orders-picture';
import { wholePicture } from './whole-picture';
import { wholeSummary } from './whole-summary';

interface WholeResultsProps {
  /** Above the map: the progress. */
  readonly progress?: ReactNode;
  /** What the figure sets most, before with what the rows are compared. */
  readonly controls?: ReactNode;
}

/** All rows of one call: how each differs from the same row alone, or elsewhere in the call, and which orders add it up. */
export function WholeResults({ progress, controls }: WholeResultsProps) {
  const whole = useResult('whole');
  const { unit, cell: chosen, mapLayer } = useFitted('unit', 'cell', 'mapLayer');
  const showsOrders = mapLayer === 'orders';
  const stale = useStale('whole');
  const matrix = useSliced(useMemo(() => whole && (() => wholeMatrix(whole, unit)), [whole, unit]));
  const counted = useSliced(useMemo(() => whole && (() => wholeSummary(whole)), [whole]));
  const done = whole !== null && whole.rowsDone === whole.plans.batch;
  const found = counted !== null && done && counted.byRow.length === whole.plans.batch ? counted : null;
  const plans = whole?.plans;
  const spec = whole?.spec;
  const drawn = useMemo(() => matrix && wholePicture(matrix), [matrix]);
  const orders = useMemo(() => (showsOrders && plans && spec ? wholeOrdersPicture({ plans, spec }) : null), [showsOrders, plans, spec]);
  const picture = orders ?? drawn;
  const farthest = useMemo(() => (done && matrix ? farthestCell(matrix) : null), [done, matrix]);
  const { cell, outlined, ...panel } = useShownCell(farthest);
  const groups = useMemo(() => plans && spec && orderGroups(spec, wholeCalls({ plans, spec })), [plans, spec]);
  const finding = useMemo(() => whole && (showsOrders ? ordersFinding(whole) : wholeFinding(whole, found)), [showsOrders, whole, found]);
  const row = (of: Float32Array | Float64Array, line: number) => of.subarray(line * plans!.outFeatures, (line + 1) * plans!.outFeatures);
  return (
    <FigureLayout
      stale={stale}
      picture={
        <>
          {progress}
          {whole && picture && (
            <DifferenceMap picture={picture} cell={outlined}>
              {cell && <WholeCell whole={whole} cell={cell} {...panel} />}
            </DifferenceMap>
          )}
        </>
      }
      finding={finding?.join(' ')}
      controls={
        <>
          {controls}
          <AgainstControl whole={whole} />
          <SettingRadios of="mapLayer" />
          {!controls && <UnitControl />}
        </>
      }
      more={
        <>
          {controls && <UnitControl />}
          {whole && outlined && outlined.line < whole.rowsDone && (
            <DifferingOutputs name={`Row ${outlined.line}`} values={row(whole.together, outlined.line)} base={row(whole.baseline, outlined.line)} dtype={outputDtype(whole.spec.layer)} />
          )}
          {whole && chosen && <WholeSums whole={whole} cell={chosen} />}
          {groups && (
            <Folded title="The orders" always>
              <OrdersList groups={groups} notes={[]} />
            </Folded>
          )}
          {whole && found && (
            <Folded title="The numbers as a table" always>
              <SummaryTable rows={[wholeSummaryRow(whole, found)]} dtype={outputDtype(whole.spec.layer)} />
            </Folded>
          )}
        </>
      }
    />
  );
}
