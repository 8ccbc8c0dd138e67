import type { OrderMark } from '../../charts/order-mark';
import type { Provenance } from '../../experiments/order-schedule';
import type { DifferenceSummary } from '../../experiments/summarise-differences';

/** A line of the summary table. */
export interface SummaryRow {
  readonly batch: number;
  readonly orders: readonly OrderMark[];
  readonly provenance: Provenance;
  readonly isBaseline: boolean;
  /** Null while it is being computed. */
  readonly summary: DifferenceSummary | null;
}
