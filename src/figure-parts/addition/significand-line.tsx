import styles from './addition.module.css';
import type { SignificandRow } from './aligned-significands';

/** Sizes of bits in pixels: on a page, and the least on a stage. */
export const BIT_FONT = { least: 11, largest: 17, stage: 16 } as const;

/** What a bit's font takes of its cell. */
export const FILLS = 1.55;

interface SignificandLineProps {
  readonly row: SignificandRow;
  /** Those drawn; the last one says that there are more. */
  readonly columns: number;
  /** The middle of a column; that of the sign is −1. */
  readonly x: (column: number) => number;
  /** Where a zero stands. */
  readonly zero: number;
  /** Where places are left out; null for nowhere. */
  readonly gap: number | null;
}

/** A number in binary on a line of its own: its sign, its bits, and those of them that are lost. */
export function SignificandLine({ row, columns, x, zero, gap }: SignificandLineProps) {
  return (
    <>
      {row.negative && (
        <text x={x(-1)} textAnchor="middle" className={styles.sign}>
          −
        </text>
      )}
      {row.bits.length === 0 && (
        <text x={x(zero)} textAnchor="middle" className={styles.bit}>
          0
        </text>
      )}
      <Bits row={row} lost={false} columns={columns} x={x} />
      <Bits row={row} lost columns={columns} x={x} />
      {gap !== null && (
        <text x={x(gap)} textAnchor="middle" className={styles.name}>
          ⋯
        </text>
      )}
    </>
  );
}

interface BitsProps extends Pick<SignificandLineProps, 'row' | 'columns' | 'x'> {
  readonly lost: boolean;
}

/** The bits of a row that are kept, or those that are lost. */
export function Bits({ row, lost, columns, x }: BitsProps) {
  const more = row.bits.some(({ column }) => column >= columns);
  const bits = row.bits.filter((bit) => bit.lost === lost && bit.column < columns);
  if (bits.length === 0) return null;
  return (
    <text x={bits.map(({ column }) => x(column).toFixed(1)).join(' ')} textAnchor="middle" className={lost ? styles.lost : styles.bit}>
      {bits.map(({ bit, column }) => (more && column === columns - 1 ? '…' : bit)).join('')}
    </text>
  );
}
