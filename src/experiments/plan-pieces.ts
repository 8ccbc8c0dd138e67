import type { IndexRange } from '../linear/index-ranges';
import type { KernelPlan } from '../linear/sum-method';

/** Pieces begin at multiples of this, like the kernel's strips, so that no strip is run for two pieces. */
const ALIGNMENT = 64;

/** Products per piece for sums that are not trees: no engine runs these, and the slowest takes about 15 ms for this many. */
const SLOW_PIECE = 2 ** 16;

/**
 * Cuts a plan for K → N into pieces along the outputs, so that an experiment can yield between them.
 *
 * @param piece products per piece for the engine
 */
export function planPieces({ parts }: KernelPlan, K: number, N: number, piece: number): KernelPlan[] {
  const most = parts.every(({ method }) => method.kind === 'order') ? piece : SLOW_PIECE;
  const size = Math.max(1, Math.floor(most / K / ALIGNMENT)) * ALIGNMENT;
  return Array.from({ length: Math.ceil(N / size) }, (_, at) => {
    const [begin, end] = [at * size, (at + 1) * size - 1];
    return { parts: parts.map(({ columns, method }) => ({ columns: clipped(columns, begin, end), method })).filter(({ columns }) => columns.length > 0) };
  });
}

function clipped(columns: readonly IndexRange[], begin: number, end: number): IndexRange[] {
  return columns.flatMap(([from, to]) => (to < begin || from > end ? [] : [[Math.max(from, begin), Math.min(to, end)] as const]));
}
