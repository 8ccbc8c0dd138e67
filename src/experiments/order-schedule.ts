import { layerTitle } from '../lib/words';
import type { IndexRange } from '../linear/index-ranges';
import type { NumberFormat } from '../linear/layer';
import type { KernelPlan } from '../linear/sum-method';
import { wholePlan } from '../linear/sum-method';
import { factorsOf } from '../linear/number-formats';
import { refusedFactors } from '../numerics/adder-text';
import { adderTitle } from '../numerics/adder-title';
import type { AdderName } from '../numerics/group-sizes';
import { productsPerStep } from '../numerics/group-sizes';
import { adderMisfit } from '../orders/adder-misfit';
import { onAdder } from '../orders/on-adder';
import { LEAST_PRODUCTS } from '../orders/pattern-names';
import { patternOrder, PATTERNS } from '../orders/patterns';
import { libraryName } from '../recordings/library-text';
import type { RecordedCall, Recording } from '../recordings/recording';
import { classOf, firstRow, knowsAllRows, layerFormats, planOf } from '../recordings/recording';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { LayerSpec } from './layer-spec';
import type { MethodSpec } from './method-spec';
import { methodKey, methodText, resolveMethod } from './resolve-method';

/** The part of a recording that describes a library's orders; its data and outputs need not travel. */
export type RecordedOrders = Pick<Recording, 'library' | 'operation' | 'calls'>;

/** Which order a layer uses at which batch size. */
export type OrderSchedule =
  | { readonly kind: 'recording'; readonly recording: RecordedOrders }
  /** `from` rows and more, up to the next entry; ascending. */
  | { readonly kind: 'thresholds'; readonly entries: readonly { readonly from: number; readonly method: MethodSpec }[] }
  /** A recorded library's orders carried over to any K. */
  | { readonly kind: 'pattern'; readonly name: string };

/** Recorded from a library; carried over from a recording; or chosen by the reader. */
export type Provenance = 'recorded' | 'modelled' | 'chosen';

export interface Planned {
  readonly plan: KernelPlan;
  readonly provenance: Provenance;
  /** What a reader should know about a modelled order, in a sentence or two; empty otherwise. */
  readonly note: string;
}

/** One distinct order of a call and the outputs that use it. */
export interface OrderUse {
  readonly columns: readonly IndexRange[];
  /** In the notation with its adder, or the name of a sum that is not a tree. */
  readonly text: string;
  /** Equal for equal trees; determines the colour. */
  readonly key: string;
}

/** What of a layer its plans depend on. */
export type PlannedLayer = Pick<LayerSpec, 'inFeatures' | 'outFeatures' | 'bias' | 'format' | 'output'>;

/**
 * The plan of a call with `batch` rows for one of its rows. Rows that are summed alike get the same plan of a recording.
 * Fails if an adder can't add groups in the layer's format.
 */
export function planFor(schedule: OrderSchedule, layer: PlannedLayer, batch: number, row = 0): Result<Planned, ParseError> {
  switch (schedule.kind) {
    case 'recording':
      return recordedPlan(schedule.recording, layer, batch, row);
    case 'thresholds':
      return chosenPlan(schedule.entries, layer, batch);
    case 'pattern':
      return patternPlan(schedule.name, layer, batch);
  }
}

function recordedPlan({ library, operation, calls }: RecordedOrders, layer: PlannedLayer, batch: number, row: number): Result<Planned, ParseError> {
  const { inFeatures: K, outFeatures: N, bias } = layer;
  const { inFeatures, outFeatures } = operation;
  const what = `${libraryName(library)} was recorded at ${layerTitle({ inFeatures, outFeatures })}`;
  if (K !== inFeatures || N !== outFeatures) {
    return fail({ message: `${what}, not at ${layerTitle({ inFeatures: K, outFeatures: N })}: take its size, or an order that fits any size.` });
  }
  if (bias !== operation.bias) {
    return fail({ message: `${what} ${operation.bias ? 'with' : 'without'} a bias: its orders don’t fit a layer ${bias ? 'with' : 'without'} one.` });
  }
  // The call with this batch size, or else the largest below; this row of it, or else the first that was recorded.
  const nearest = calls.findLast((call) => call.batch <= batch);
  const own = nearest && classOf(nearest, row);
  const rows = own ?? nearest?.classes[0];
  if (nearest === undefined || rows === undefined) return fail({ message: `${what}, but at no batch of ${batch} or fewer rows.` });
  // Nothing adds groups in float64: their products are added one by one.
  const problem = layer.format === 'float64' ? null : rows.plan.map(({ order }) => adderMisfit(order, factorsOf(layer.format))).find((one) => one !== null);
  if (typeof problem === 'string') return fail({ message: problem });
  const note = differenceOf(nearest, batch, own !== undefined) || formatsDifference(operation, layer);
  return ok({ plan: planOf(rows.plan), provenance: note === '' ? 'recorded' : 'modelled', note });
}

/** How a row of a call with `batch` rows differs from what was recorded; '' if it does not. */
function differenceOf(call: RecordedCall, batch: number, isKnown: boolean): string {
  const other = call.batch === batch ? '' : `Batch ${batch} was not recorded; batch ${call.batch}’s order is used.`;
  if (isKnown) return other;
  // A call that is known whole lacks only rows that it did not have.
  const assumed = knowsAllRows(call) ? `Rows from ${call.batch} on are assumed to be added up like row 0.` : `Of batch ${call.batch}, row ${firstRow(call)} was recorded; other rows are assumed to be added up the same way.`;
  return `${other} ${assumed}`.trim();
}

/** How the layer's number formats differ from those of a recording; '' if they do not. */
function formatsDifference(operation: RecordedOrders['operation'], { format, output = null }: PlannedLayer): string {
  const recorded = layerFormats(operation);
  const [then, now] = [recorded, { format, output }].map((one) => (recorded.output === output ? one.format : `${one.format} with ${one.output ?? 'float32'} results`));
  return then === now ? '' : `The order was recorded in ${then}; here it runs in ${now}.`;
}

function chosenPlan(entries: readonly { readonly from: number; readonly method: MethodSpec }[], { inFeatures: K, outFeatures: N, bias, format }: PlannedLayer, batch: number): Result<Planned, ParseError> {
  const entry = entries.findLast(({ from }) => from <= batch);
  if (entry === undefined) return fail({ message: `No order is given for batch ${batch}; the first begins at ${entries[0]?.from ?? 1}.` });
  const method = resolveMethod(entry.method, K, bias, format);
  return method.ok ? ok({ plan: wholePlan(method.value, N), provenance: 'chosen', note: '' }) : method;
}

function patternPlan(name: string, { inFeatures: K, outFeatures: N, bias }: PlannedLayer, batch: number): Result<Planned, ParseError> {
  const pattern = PATTERNS.find((known) => known.name === name);
  if (pattern === undefined) return fail({ message: `No pattern is called “${name.slice(0, 40)}”; there are ${PATTERNS.map((known) => known.name).join(', ')}.` });
  if (K < LEAST_PRODUCTS) return fail({ message: `${pattern.label} fits ${LEAST_PRODUCTS} products and more; with ${K} a library takes another path.` });
  const plan = wholePlan({ kind: 'order', order: patternOrder(pattern, batch, K, bias) }, N);
  return ok({ plan, provenance: 'modelled', note: `${pattern.label}, carried over to ${layerTitle({ inFeatures: K, outFeatures: N })}, one order for all rows and outputs: modelled, not recorded.` });
}

/**
 * The same call on another adder: the same plan, with the groups of its orders cut anew (`onAdder`). Fails if that adder does
 * not take the format. A plan without groups stays as it is.
 */
export function planOn(adder: AdderName, planned: Planned, format: NumberFormat): Result<Planned, ParseError> {
  const hasAdder = planned.plan.parts.some(({ method }) => method.kind === 'order' && method.order.adder !== null);
  if (!hasAdder) return ok(planned);
  const refused = format === 'float64' ? `${adder} takes no float64.` : refusedFactors(adder, factorsOf(format));
  if (refused !== null) return fail({ message: refused });
  const size = productsPerStep(adder, factorsOf(format))!;
  const parts = planned.plan.parts.map(({ columns, method }) => ({ columns, method: method.kind === 'order' ? ({ kind: 'order', order: onAdder(method.order, adder, size) } as const) : method }));
  const note = `On ${adderTitle(adder)}: the same orders, with groups as that adds them; modelled, not recorded.`;
  return ok(planned.provenance === 'chosen' ? { ...planned, plan: { parts } } : { plan: { parts }, provenance: 'modelled', note });
}

/** A plan's orders and their outputs, for display and colours. */
export function ordersOf(plan: KernelPlan): OrderUse[] {
  return plan.parts.map(({ columns, method }) => ({ columns, text: methodText(method), key: methodKey(method) }));
}
