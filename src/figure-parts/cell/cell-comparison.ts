import type { OrderMark } from '../../charts/order-mark';
import type { OrderSchedule, Provenance } from '../../experiments/order-schedule';
import { planFor, planOn } from '../../experiments/order-schedule';
import { methodKey } from '../../experiments/resolve-method';
import type { LayerSpec } from '../../experiments/layer-spec';
import { sweepOrders } from '../sweep/sweep-orders';
import { provenanceAt } from '../difference-map/modelled-mark';
import { wholeOrders } from '../whole-batch/whole-orders';
import { hasIndex } from '../../linear/index-ranges';
import type { SumMethod } from '../../linear/sum-method';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
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

export function sweepCell(sweep: SweepResult, baseline: Baseline, { line, column }: CellPlace): CellComparison | null {
  const { layer, schedule, row, otherAdder } = sweep.spec;
  const own = sweep.rows.find(({ batch }) => batch === line);
  const value = own?.values[column];
  const base = baselineValues(sweep, baseline, line)?.[column];
  if (value === undefined || base === undefined) return null;
  const marks = sweepOrders(sweep);
  const side = (batch: number, output: number): ComparedSide => ({
    title: `Batch ${batch}`,
    value: output,
    how: marked(methodAt(schedule, layer, batch, row, column), marks, sweep.rows.find((one) => one.batch === batch)!.provenance),
  });
  const there = (): ComparedSide => {
    if (typeof baseline === 'number') return side(baseline, base);
    if (baseline === 'exact') return { title: 'Exact sum', value: base, how: null };
    if (baseline === 'float64') return { title: 'float64 sum', value: base, how: null };
    return { title: `On ${adderTitle(otherAdder!)}`, value: base, how: marked(methodAt(schedule, layer, line, row, column, otherAdder), marks, own!.other!.provenance) };
  };
  return {
    title: `Output ${column} at batch ${line}${row === 0 ? '' : `, row ${row}`}`,
    layer,
    row,
    column,
    here: side(line, value),
    there: line === baseline ? null : there(),
    absSum: sweep.references.absSum[column]!,
  };
}

export function wholeCell(whole: WholeResult, { line, column }: CellPlace): CellComparison | null {
  const { layer, schedule, batch, repeatedRow, otherAdder } = whole.spec;
  const { plans } = whole;
  const at = line * plans.outFeatures + column;
  if (line >= whole.rowsDone || column >= plans.outFeatures) return null;
  const together = methodAt(schedule, layer, batch, line, column);
  const alone = repeatedRow === null && otherAdder === undefined;
  const baseline = otherAdder === undefined ? methodAt(schedule, layer, alone ? 1 : batch, 0, column) : methodAt(schedule, layer, batch, line, column, otherAdder);
  const marks = wholeOrders(whole);
  return {
    title: `Output ${column} of row ${line}`,
    layer,
    row: repeatedRow ?? line,
    column,
    here: { title: repeatedRow === null ? `Batch ${batch}` : `Row ${line} of the call`, value: whole.together[at]!, how: marked(together, marks, provenanceAt(plans.together, line)!) },
    there: { title: otherAdder !== undefined ? `On ${adderTitle(otherAdder)}` : alone ? 'The row alone' : 'Row 0 of the call', value: whole.baseline[at]!, how: marked(baseline, marks, provenanceAt(plans.baseline, line)!) },
    absSum: whole.absSum[at]!,
  };
}

function marked(method: SumMethod | null, marks: ReadonlyMap<string, OrderMark>, provenance: Provenance): ComparedSide['how'] {
  return method && { method, mark: marks.get(methodKey(method))!, provenance };
}

/** The method that sums an output, on another adder if one is given; null if the schedule gives none. */
export function methodAt(schedule: OrderSchedule, layer: LayerSpec, batch: number, row: number, column: number, otherAdder?: AdderName): SumMethod | null {
  const own = planFor(schedule, layer, batch, row);
  const planned = own.ok && otherAdder !== undefined ? planOn(otherAdder, own.value, layer.format) : own;
  if (!planned.ok) return null;
  return planned.value.plan.parts.find(({ columns }) => hasIndex(columns, column))?.method ?? null;
}
