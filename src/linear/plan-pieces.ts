import type { PackedWeights } from './engine';
import { SCALAR_PIECE } from './fround-engine';
import type { IndexRange } from './index-ranges';
import type { Outputs, PreparedLayer } from './run-plan';
import { runPlan } from './run-plan';
import type { KernelPlan } from './sum-method';

/** Pieces begin at multiples of this, like the kernel's strips, so that no strip is run for two pieces. */
const ALIGNMENT = 64;

/** Products per piece for sums that are not trees: no engine runs these, and the slowest takes about 15 ms for this many. */
const SLOW_PIECE = 2 ** 16;

/** An output counts as at least this many products: comparing and hashing it takes as long. */
const LEAST_PRODUCTS = 256;

/**
 * A product in a group counts as this many: on either engine it takes 8 to 60 times as long as a lone one, up to 230 times
 * where groups are small or rounded to float16.
 */
export const GROUP_COST = 16;

/** What a step of work depends on. */
interface Steps extends Pick<PreparedLayer, 'format'> {
  readonly packed: Pick<PackedWeights, 'inFeatures' | 'outFeatures' | 'strip' | 'piece'>;
}

/** Products that one row takes, those in groups weighed: each part runs every strip whole that any of its outputs is in. */
export function rowProducts({ parts }: KernelPlan, { inFeatures, strip }: Pick<PackedWeights, 'inFeatures' | 'strip'>): number {
  let strips = 0;
  for (const { columns, method } of parts) {
    const cost = method.kind === 'order' && method.order.adder !== null ? GROUP_COST : 1;
    let next = 0;
    for (const [from, to] of columns) {
      const end = Math.floor(to / strip) + 1;
      strips += cost * (end - Math.max(next, Math.floor(from / strip)));
      next = end;
    }
  }
  return strips * strip * Math.max(inFeatures, LEAST_PRODUCTS);
}

/**
 * Cuts a plan into pieces along the outputs, and where that is not enough between its parts, so that an experiment can
 * yield between them.
 */
export function planPieces(plan: KernelPlan, layer: Steps, begin = 0, end = layer.packed.outFeatures): KernelPlan[] {
  const parts = plan.parts.map(({ columns, method }) => ({ columns: clipped(columns, begin, end - 1), method })).filter(({ columns }) => columns.length > 0);
  if (rowProducts({ parts }, layer.packed) <= pieceOf(plan, layer)) return [{ parts }];
  const middle = begin + Math.ceil((end - begin) / ALIGNMENT / 2) * ALIGNMENT;
  if (middle >= end) return parts.map((part) => ({ parts: [part] }));
  return [...planPieces(plan, layer, begin, middle), ...planPieces(plan, layer, middle, end)];
}

/**
 * Computes consecutive rows of a layer, those that are summed alike together. Yields after every few milliseconds of work
 * how many rows are done, those that are left out among them.
 *
 * @param plans one for each row from `row` on, the same object for rows summed alike; undefined leaves a row out
 * @param out receives output j of row r at `(r − row)·N + j`
 */
export function* runRows(plans: readonly (KernelPlan | undefined)[], layer: PreparedLayer, row: number, out: Outputs): Generator<number, void> {
  for (let first = 0, count: number; first < plans.length; first += count) {
    count = 1;
    const plan = plans[first];
    if (plan === undefined) continue;
    const most = pieceOf(plan, layer) / rowProducts(plan, layer.packed);
    while (count + 1 <= most && plans[first + count] === plan) count++;
    const pieces = planPieces(plan, layer);
    for (const piece of pieces) {
      runPlan(piece, layer, row + first, out, first * layer.data.outFeatures, count);
      yield piece === pieces.at(-1) ? first + count : first;
    }
  }
}

/** Products per step of work. JavaScript does the sums in float64, whatever the engine. */
function pieceOf({ parts }: KernelPlan, { format, packed }: Steps): number {
  if (parts.some(({ method }) => method.kind !== 'order')) return SLOW_PIECE;
  return format === 'float64' ? SCALAR_PIECE : packed.piece;
}

function clipped(columns: readonly IndexRange[], begin: number, end: number): IndexRange[] {
  return columns.flatMap(([from, to]) => (to < begin || from > end ? [] : [[Math.max(from, begin), Math.min(to, end)] as const]));
}
