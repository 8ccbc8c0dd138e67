import type { IndexRange } from '../linear/index-ranges';
import { hasIndex } from '../linear/index-ranges';
import type { OtherSum, KernelPlan, SumMethod } from '../linear/sum-method';
import { wholePlan } from '../linear/sum-method';
import type { FamilySpec, TreeStyle } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { Order } from '../orders/order';
import { orderKey } from '../orders/order-key';
import type { PatternName } from '../orders/pattern-names';
import { LEAST_PRODUCTS } from '../orders/pattern-names';
import { patternOrder, PATTERNS } from '../orders/patterns';
import { withBiasLast } from '../orders/with-bias-last';
import { withoutBias } from '../orders/without-bias';
import type { RecordedCall, RecordedLibrary } from '../recordings/recording';
import { classOf, firstRow, isFloat32, planOf } from '../recordings/recording';
import type { RecordedOrders } from './order-schedule';

/** A recording with its name in the gallery. */
export interface NamedOrders {
  readonly name: string;
  readonly recording: RecordedOrders;
}

type Fit = 'whole' | 'modelled' | 'carried';

/** Whose summation method it is. */
export type ExplainSource =
  | {
      readonly kind: 'recording';
      /** The gallery's. */
      readonly name: string;
      readonly library: RecordedLibrary;
      /** The recorded batch sizes, ascending, where row `row` of the call is summed like this; `recorded` has all of them. */
      readonly batches: readonly number[];
      readonly recorded: readonly number[];
      /** The row in the call; the first of them for several rows. */
      readonly row: number;
      /**
       * `whole`: recorded at K → N, each output in the order recorded for it. `modelled`: so, but some rows of the results were
       * not recorded, and are summed like row `row`. `carried`: recorded with another N, or with a bias
       * if this layer has none, or without one if it has: one of its orders, for all outputs.
       */
      readonly fit: Fit;
    }
  /** A recorded library’s orders carried over to this K, for calls of `from` rows or more. */
  | { readonly kind: 'pattern'; readonly name: PatternName; readonly label: string; readonly from: number }
  | { readonly kind: 'family'; readonly family: FamilySpec; readonly style: TreeStyle }
  /** Not a tree: a float64 accumulator, a compensated or a correctly rounded sum. */
  | { readonly kind: 'other'; readonly name: OtherSum };

/** How every row of a layer may have been summed. */
export interface Candidate {
  readonly source: ExplainSource;
  /** One per row. */
  readonly plans: readonly KernelPlan[];
}

interface Size {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly rows: number;
  readonly bias: boolean;
}

/** Memoizes the keys of orders. */
export class OrderKeys {
  private readonly known = new Map<Order, string>();

  of(method: SumMethod): string {
    if (method.kind === 'other') return method.name;
    let key = this.known.get(method.order);
    if (key === undefined) {
      key = orderKey(method.order);
      this.known.set(method.order, key);
    }
    return key;
  }
}

/**
 * Every recorded order that fits K, then patterns at a K other than the recorded one, families, and sums that are not
 * trees: the likeliest first. Yields them in portions, since telling orders apart takes a while.
 */
export function* explainCandidates(size: Size, recordings: readonly NamedOrders[], keys: OrderKeys): Generator<readonly Candidate[], void> {
  const fitting = recordings.filter(({ recording }) => recording.operation.inFeatures === size.inFeatures && isFloat32(recording.operation));
  const whole = fitting.filter(({ recording: { operation } }) => operation.outFeatures === size.outFeatures && operation.bias === size.bias);
  for (const one of whole) yield wholeCandidates(one, size, keys);
  for (const one of fitting) if (!whole.includes(one)) yield carriedCandidates(one, size, keys);
  if (fitting.length === 0) yield patternCandidates(size);
  yield* familyCandidates(size, keys);
  yield (['float64', 'exact', 'kahan'] as const).map((name): Candidate => forAllRows(size, { kind: 'other', name }, { kind: 'other', name }));
}

function forAllRows({ outFeatures, rows }: Size, source: ExplainSource, method: SumMethod): Candidate {
  const plan = wholePlan(method, outFeatures);
  return { source, plans: Array.from({ length: rows }, () => plan) };
}

/** Equal for rows that are summed alike, one after the other. */
function keyOf(plans: readonly KernelPlan[], keys: OrderKeys): string {
  const distinct = [...new Set(plans)];
  const texts = new Map(distinct.map((plan) => [plan, JSON.stringify(plan.parts.map(({ columns, method }) => [columns, keys.of(method)]))]));
  const all = [...new Set(texts.values())];
  return JSON.stringify([all, plans.map((plan) => all.indexOf(texts.get(plan)!))]);
}

/** The calls of a recording; batch sizes that sum these rows in the same orders make one candidate. */
function wholeCandidates({ name, recording }: NamedOrders, { rows }: Size, keys: OrderKeys): Candidate[] {
  const { calls, library } = recording;
  const found = new Map<string, { batches: number[]; row: number; fit: Fit; plans: readonly KernelPlan[] }>();
  for (const call of calls) {
    for (const { at, fit, plans } of rows === 1 ? singleRows(call) : severalRows(call, rows)) {
      const key = `${fit} ${keyOf(plans, keys)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { batches: [call.batch], row: at[0]![0], fit, plans });
      // An order that another call has at other rows only is named where it was found first.
      else if (hasIndex(at, known.row)) known.batches.push(call.batch);
    }
  }
  const recorded = batchesOf(recording);
  return [...found.values()].map(({ batches, row, fit, plans }) => ({ source: { kind: 'recording', name, library, batches, recorded, row, fit }, plans }));
}

/** Where rows may be in a call, and how they are summed there. */
interface PlacedRows {
  readonly at: readonly IndexRange[];
  readonly fit: Fit;
  readonly plans: readonly KernelPlan[];
}

/** A single row may be any recorded one. */
function singleRows({ classes }: RecordedCall): PlacedRows[] {
  return classes.map(({ rows, plan }) => ({ at: rows, fit: 'whole', plans: [planOf(plan)] }));
}

/** Several rows start at the call's first; those that were not recorded are taken for the first that was. A call of one row is made for each. */
function severalRows(call: RecordedCall, rows: number): PlacedRows[] {
  const first = firstRow(call);
  const classes = Array.from({ length: rows }, (_, row) => classOf(call, row));
  const fit = call.batch > 1 && classes.includes(undefined) ? 'modelled' : 'whole';
  return [{ at: [[first, first]], fit, plans: classes.map((one) => planOf((one ?? call.classes[0]!).plan)) }];
}

function carriedCandidates({ name, recording }: NamedOrders, size: Size, keys: OrderKeys): Candidate[] {
  const found = new Map<string, { batches: Set<number>; row: number; order: Order }>();
  for (const { batch, classes } of recording.calls) {
    for (const { rows, plan } of classes) {
      for (const { order } of plan) {
        const key = keys.of({ kind: 'order', order });
        const known = found.get(key) ?? { batches: new Set<number>(), row: rows[0]![0], order };
        if (hasIndex(rows, known.row)) known.batches.add(batch);
        found.set(key, known);
      }
    }
  }
  const recorded = batchesOf(recording);
  return [...found.values()].map(({ batches, row, order }) => {
    const source: ExplainSource = { kind: 'recording', name, library: recording.library, batches: [...batches], recorded, row, fit: 'carried' };
    return forAllRows(size, source, { kind: 'order', order: order.bias === size.bias ? order : size.bias ? withBiasLast(order) : withoutBias(order) });
  });
}

/** The distinct orders recorded for sums like the layer's: with a bias if it has one, without one if not. */
export function recordedOrders(recordings: readonly NamedOrders[], hasBias: boolean): Order[] {
  const found = new Map<string, Order>();
  for (const { recording } of recordings) {
    if (recording.operation.bias !== hasBias || !isFloat32(recording.operation)) continue;
    for (const { classes } of recording.calls) for (const { plan } of classes) for (const { order } of plan) found.set(orderKey(order), order);
  }
  return [...found.values()];
}

function batchesOf({ calls }: RecordedOrders): number[] {
  return calls.map(({ batch }) => batch);
}

function patternCandidates(size: Size): Candidate[] {
  const { inFeatures: K, bias } = size;
  if (K < LEAST_PRODUCTS) return [];
  return PATTERNS.flatMap((pattern) =>
    pattern.thresholds.map(({ from }) => forAllRows(size, { kind: 'pattern', name: pattern.name, label: pattern.label, from }, { kind: 'order', order: patternOrder(pattern, from, K, bias) })),
  );
}

const POWERS = [2, 4, 8, 16, 32];
const BLOCKS = [16, 32, 64, 128, 192, 256, 320, 384, 512];

const FAMILIES: readonly FamilySpec[] = [
  { name: 'sequential' },
  { name: 'reverse' },
  ...POWERS.flatMap((lanes): FamilySpec[] => [
    { name: 'lanes', lanes, combine: 'pairwise' },
    { name: 'lanes', lanes, combine: 'in-order' },
  ]),
  ...[1, 8, 128].map((base): FamilySpec => ({ name: 'pairwise', base })),
  ...BLOCKS.map((size): FamilySpec => ({ name: 'blocked', size })),
  ...[2, 3, 4, 8].map((parts): FamilySpec => ({ name: 'split', parts })),
];

/** Families with products fused and not, and with the bias in each place; only distinct trees. */
function* familyCandidates(size: Size, keys: OrderKeys): Generator<readonly Candidate[], void> {
  const places = size.bias ? (['last', 'first', 'after-first-block'] as const) : (['none'] as const);
  const found = new Set<string>();
  for (const family of FAMILIES) {
    const some: Candidate[] = [];
    for (const fused of [false, true]) {
      for (const bias of places) {
        const method = { kind: 'order', order: makeFamily(family, size.inFeatures, { fused, bias }) } as const;
        const key = keys.of(method);
        if (!found.has(key)) some.push(forAllRows(size, { kind: 'family', family, style: { fused, bias } }, method));
        found.add(key);
      }
    }
    yield some;
  }
}
