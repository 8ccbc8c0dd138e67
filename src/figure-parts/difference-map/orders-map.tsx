import { useMemo } from 'react';
import type { SweepResult } from '../../store/results';
import { sweepOrdersFinding, sweepOrdersPicture } from '../sweep/sweep-orders-picture';
import type { PlannedWhole } from '../whole-batch/whole-orders';
import { ordersFinding, wholeOrdersPicture } from '../whole-batch/whole-orders-picture';
import { DifferenceMap } from './difference-map';

/** The orders of one row in calls of many sizes. */
export function SweepOrdersMap({ sweep }: { readonly sweep: SweepResult }) {
  const picture = useMemo(() => sweepOrdersPicture(sweep), [sweep]);
  return <DifferenceMap finding={sweepOrdersFinding(sweep)} picture={picture} />;
}

/** The orders of all rows of one call. */
export function WholeOrdersMap({ plans, spec }: PlannedWhole) {
  const picture = useMemo(() => wholeOrdersPicture({ plans, spec }), [plans, spec]);
  return <DifferenceMap finding={ordersFinding({ plans, spec })} picture={picture} />;
}
