import type { ColumnRange } from '../linear/column-ranges';
import type { KernelPlan } from '../linear/sum-method';

/** Pieces begin at multiples of this, where strips of the kernel begin, so that no strip is run for two of them. */
const ALIGNMENT = 64;

/** Products of a piece where a sum is no tree: no engine runs these, and the slowest takes some fifteen milliseconds for so many. */
const SLOW_PIECE = 2 ** 16;

/**
 * A plan for K → N cut into pieces along the outputs, so that an experiment can yield between them.
 *
 * @param piece products of a piece, as the engine has it
 */
export function planPieces({ parts }: KernelPlan, K: number, N: number, piece: number): KernelPlan[] {
  const most = parts.every(({ method }) => method.kind === 'order') ? piece : SLOW_PIECE;
  const size = Math.max(1, Math.floor(most / K / ALIGNMENT)) * ALIGNMENT;
  return Array.from({ length: Math.ceil(N / size) }, (_, at) => {
    const [begin, end] = [at * size, (at + 1) * size - 1];
    return { parts: parts.map(({ columns, method }) => ({ columns: clipped(columns, begin, end), method })).filter(({ columns }) => columns.length > 0) };
  });
}

function clipped(columns: readonly ColumnRange[], begin: number, end: number): ColumnRange[] {
  return columns.flatMap(([from, to]) => (to < begin || from > end ? [] : [[Math.max(from, begin), Math.min(to, end)] as const]));
}
