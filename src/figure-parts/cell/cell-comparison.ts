import type { OrderMark } from '../../charts/order-mark';
import type { OrderSchedule, Provenance } from '../../experiments/order-schedule';
import { planFor } from '../../experiments/order-schedule';
import { methodKey } from '../../experiments/resolve-method';
import type { LayerSpec } from '../../experiments/layer-spec';
import { layerOrders } from '../difference-map/layer-orders';
import { provenanceAt } from '../difference-map/modelled-mark';
import { wholeOrders } from '../whole-batch/whole-orders';
import { hasIndex } from '../../linear/index-ranges';
import type { SumMethod } from '../../linear/sum-method';
import type { Baseline, CellPlace } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult, WholeResult } from '../../store/results';

/** One of the two numbers compared at an output. */
export interface ComparedSide {
  /** "Batch 4", "exact sum". */
  readonly title: string;
  readonly value: number;
  /** How it was summed; null for a reference. */
  readonly how: { readonly method: SumMethod; readonly mark: OrderMark; readonly provenance: Provenance } | null;
}

/** Everything about the output that a heatmap cell stands for. */
export interface CellComparison {
  readonly title: string;
  readonly layer: LayerSpec;
  readonly row: number;
  readonly column: number;
  readonly here: ComparedSide;
  /** Null if the cell is in the baseline itself. */
  readonly there: ComparedSide | null;
  readonly absSum: number;
}

const REFERENCES = { exact: 'Exact sum', float64: 'float64 sum' } as const;

export function sweepCell(sweep: SweepResult, baseline: Baseline, { line, column }: CellPlace): CellComparison | null {
  const { layer, schedule, row } = sweep.spec;
  const value = sweep.rows.find(({ batch }) => batch === line)?.values[column];
  const base = baselineValues(sweep, baseline)?.[column];
  if (value === undefined || base === undefined) return null;
  const marks = layerOrders(sweep.spec, sweep.rows.flatMap(({ orders }) => orders));
  const side = (batch: number, output: number): ComparedSide => ({
    title: `Batch ${batch}`,
    value: output,
    how: marked(methodAt(schedule, layer, batch, row, column), marks, sweep.rows.find((one) => one.batch === batch)!.provenance),
  });
  const there = typeof baseline === 'number' ? side(baseline, base) : { title: REFERENCES[baseline], value: base, how: null };
  return {
    title: `Output ${column} at batch ${line}${row === 0 ? '' : `, row ${row}`}`,
    layer,
    row,
    column,
    here: side(line, value),
    there: line === baseline ? null : there,
    absSum: sweep.references.absSum[column]!,
  };
}

export function wholeCell(whole: WholeResult, { line, column }: CellPlace): CellComparison | null {
  const { layer, schedule, batch, repeatedRow } = whole.spec;
  const { plans } = whole;
  const at = line * plans.outFeatures + column;
  if (line >= whole.rowsDone || column >= plans.outFeatures) return null;
  const together = methodAt(schedule, layer, batch, line, column);
  const baseline = methodAt(schedule, layer, repeatedRow === null ? 1 : batch, 0, column);
  const marks = wholeOrders(whole);
  return {
    title: `Output ${column} of row ${line}`,
    layer,
    row: repeatedRow ?? line,
    column,
    here: { title: repeatedRow === null ? `Batch ${batch}` : `Row ${line} of the call`, value: whole.together[at]!, how: marked(together, marks, provenanceAt(plans.together, line)!) },
    there: { title: repeatedRow === null ? 'The row alone' : 'Row 0 of the call', value: whole.baseline[at]!, how: marked(baseline, marks, plans.baseline.provenance) },
    absSum: whole.absSum[at]!,
  };
}

function marked(method: SumMethod | null, marks: ReadonlyMap<string, OrderMark>, provenance: Provenance): ComparedSide['how'] {
  return method && { method, mark: marks.get(methodKey(method))!, provenance };
}

/** The method that sums an output; null if the schedule gives none. */
export function methodAt(schedule: OrderSchedule, layer: LayerSpec, batch: number, row: number, column: number): SumMethod | null {
  const planned = planFor(schedule, layer, batch, row);
  if (!planned.ok) return null;
  return planned.value.plan.parts.find(({ columns }) => hasIndex(columns, column))?.method ?? null;
}
