import type { ColumnRange, KernelPlan } from '../linear/sum-method';

/** Products of a piece: some milliseconds by a tree, a quarter of a second by the slowest sum that is none. */
const PIECE = 2 ** 20;

/** Pieces begin at multiples of this, where strips of the kernel begin, so that no strip is run for two of them. */
const ALIGNMENT = 64;

/** A plan for K → N cut into pieces along the outputs, so that whoever runs it can stop for breath between them. */
export function planPieces({ parts }: KernelPlan, K: number, N: number): KernelPlan[] {
  const size = Math.max(1, Math.floor(PIECE / K / ALIGNMENT)) * ALIGNMENT;
  return Array.from({ length: Math.ceil(N / size) }, (_, piece) => {
    const [begin, end] = [piece * size, (piece + 1) * size - 1];
    return { parts: parts.map(({ columns, method }) => ({ columns: clipped(columns, begin, end), method })).filter(({ columns }) => columns.length > 0) };
  });
}

function clipped(columns: readonly ColumnRange[], begin: number, end: number): ColumnRange[] {
  return columns.flatMap(([from, to]) => (to < begin || from > end ? [] : [[Math.max(from, begin), Math.min(to, end)] as const]));
}
