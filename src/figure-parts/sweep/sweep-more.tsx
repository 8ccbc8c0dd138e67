import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { outputDtype } from '../../linear/output-format';
import type { Baseline, CellPlace } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import { useFitted, useHover } from '../../store/use-part';
import { Folded } from '../../ui/folded';
import { SweepSums } from '../cell/cell';
import { DifferingOutputs } from '../difference-map/differing-outputs';
import { orderGroups } from '../difference-map/order-groups';
import { OrdersList } from '../difference-map/orders-list';
import { SummaryTable } from '../difference-map/summary-table';
import { useSettled } from '../request-state/use-settled';
import { useSliced } from '../request-state/use-sliced';
import { sweepCalls } from './sweep-orders';
import { sweepSummaries } from './sweep-summaries';

interface SweepMoreProps {
  readonly sweep: SweepResult;
  readonly baseline: Baseline;
  /** The output that is outlined on the map. */
  readonly cell: CellPlace | null;
  /** Below all else. */
  readonly children: ReactNode;
}

/** A sweep in detail: which outputs differ, the two sums of the output that the reader chose, the orders, the numbers as a table. */
export function SweepMore({ sweep, baseline, cell, children }: SweepMoreProps) {
  const { cell: chosen } = useFitted('cell');
  const pointed = useHover()?.line ?? null;
  const rested = useSettled(sweep);
  const summaries = useSliced(useMemo(() => () => sweepSummaries(rested, baseline), [rested, baseline]));
  const groups = useMemo(() => orderGroups(sweep.spec, sweepCalls(sweep)), [sweep]);
  const notes = useMemo(() => [...new Set(sweep.rows.map(({ note }) => note).filter((note) => note !== ''))], [sweep]);
  const line = sweep.rows.find(({ batch }) => batch === cell?.line);
  const base = line ? baselineValues(sweep, baseline, line.batch) : null;
  return (
    <>
      {line && base && <DifferingOutputs name={`Batch ${line.batch}`} values={line.values} base={base} dtype={outputDtype(sweep.spec.layer)} />}
      {chosen && <SweepSums sweep={sweep} baseline={baseline} cell={chosen} />}
      <Folded title="The orders, by batch size" always>
        <OrdersList groups={groups} notes={notes} pointed={pointed} />
      </Folded>
      {summaries && (
        <Folded title="The numbers by batch size, as a table" always>
          <SummaryTable rows={summaries} dtype={outputDtype(rested.spec.layer)} pointed={pointed} />
        </Folded>
      )}
      {children}
    </>
  );
}
