import { addExactBinary, exactBinary } from '../../numerics/exact-binary';
import type { ExactBinary } from '../../numerics/exact-binary';
import { isFloat32, ulpOf } from '../../numerics/float32';
import type { Addition } from './addition';

export interface PlacedBit {
  readonly column: number;
  readonly bit: '0' | '1';
  /** Below the last place that the result keeps: rounded away. */
  readonly lost: boolean;
}

/** A number's significant bits, each in the column of its weight. */
export interface SignificandRow {
  readonly negative: boolean;
  /** Empty for 0. */
  readonly bits: readonly PlacedBit[];
}

export interface AlignedSignificands {
  readonly columns: number;
  readonly a: SignificandRow;
  readonly b: SignificandRow;
  readonly exact: SignificandRow;
  readonly rounded: SignificandRow;
  /** The result keeps the columns before this one. */
  readonly edge: number;
  /** A column that stands for many places in which neither operand has a bit; null if there is none. */
  readonly gap: { readonly column: number; readonly places: number } | null;
  readonly thrownAway: boolean;
}

/** Runs of at most this many empty places are drawn in full. */
const DRAWN_GAP = 4;

interface Span {
  /** Exponents of the first and the last bit. */
  readonly top: number;
  readonly bottom: number;
}

function bitLength(significand: bigint): number {
  return significand === 0n ? 0 : (significand < 0n ? -significand : significand).toString(2).length;
}

/** Exponent of the lowest bit that is set. */
function lowestBit({ significand, exponent }: ExactBinary): number {
  const bits = (significand < 0n ? -significand : significand).toString(2);
  return exponent + bits.length - 1 - bits.lastIndexOf('1');
}

/** The places that a number takes: 24 for a float32 (fewer if subnormal), otherwise as many as it needs. */
function spanOf(value: number): Span | null {
  if (value === 0) return null;
  const exact = exactBinary(value);
  return { top: exact.exponent + bitLength(exact.significand) - 1, bottom: isFloat32(value) ? Math.log2(ulpOf(value)) : lowestBit(exact) };
}

/** A number to be drawn: its places, and the weight below which its bits are lost. */
interface Line {
  readonly exact: ExactBinary;
  readonly span: Span | null;
  readonly edge: number;
  readonly negative: boolean;
}

interface AlignedLines {
  readonly columns: number;
  readonly rows: readonly SignificandRow[];
  readonly gap: AlignedSignificands['gap'];
  /** The column of a weight. */
  readonly column: (weight: number) => number;
}

function lineOf(value: number, edge = -Infinity): Line {
  return { exact: exactBinary(value), span: spanOf(value), edge, negative: value < 0 };
}

/** The exact sum of an addition; what its rounding loses is marked. */
function exactLine({ a, b, sum, lost }: Addition): Line {
  const exact = addExactBinary(exactBinary(a), exactBinary(b));
  const edge = Math.log2(ulpOf(sum));
  const span = exact.significand === 0n ? null : { top: exact.exponent + bitLength(exact.significand) - 1, bottom: Math.min(lowestBit(exact), edge) };
  return { exact, span, edge: lost === 0 ? -Infinity : edge, negative: exact.significand < 0n };
}

/** @param spans where there are bits: the places between them may be left out */
function alignedLines(lines: readonly Line[], spans: readonly Span[]): AlignedLines | null {
  const drawn = [...spans, ...lines.flatMap(({ span }) => span ?? [])];
  if (drawn.length === 0) return null;
  const top = Math.max(...drawn.map((span) => span.top));
  const bottom = Math.min(...drawn.map((span) => span.bottom));
  const gap = widestGap(spans);
  const column = (weight: number): number => {
    if (gap === null || weight > gap.top) return top - weight;
    return weight < gap.bottom ? top - weight - (gap.top - gap.bottom) : top - gap.top;
  };
  const rows = lines.map(({ exact, span, edge, negative }): SignificandRow => {
    const bits: PlacedBit[] = [];
    const size = exact.significand < 0n ? -exact.significand : exact.significand;
    for (let weight = span?.top ?? -Infinity; span && weight >= span.bottom; weight--) {
      if (gap && weight <= gap.top && weight >= gap.bottom) continue;
      const shift = weight - exact.exponent;
      const bit = shift >= 0 && (size >> BigInt(shift)) & 1n ? '1' : '0';
      bits.push({ column: column(weight), bit, lost: weight < edge });
    }
    return { negative, bits };
  });
  return { columns: column(bottom) + 1, rows, gap: gap && { column: column(gap.top), places: gap.top - gap.bottom + 1 }, column };
}

/**
 * The aligned significands of an addition, as on paper: both operands, their exact sum, and the 24 bits of it that
 * float32 keeps. Null if an operand or the sum is not finite: it then has no digits.
 */
export function alignedSignificands(addition: Addition): AlignedSignificands | null {
  const { a, b, sum, lost } = addition;
  if (![a, b, sum].every(Number.isFinite)) return null;
  const { edge: cut, ...exact } = exactLine(addition);
  const aligned = alignedLines([lineOf(a, cut), lineOf(b, cut), { ...exact, edge: cut }, lineOf(sum)], [a, b, sum].flatMap((value) => spanOf(value) ?? []));
  if (aligned === null) return { columns: 1, a: empty(a), b: empty(b), exact: empty(sum), rounded: empty(sum), edge: 1, gap: null, thrownAway: false };
  const { columns, rows, gap, column } = aligned;
  const last = Math.log2(ulpOf(sum));
  const edge = Math.min(columns, column(last) + 1);
  return { columns, a: rows[0]!, b: rows[1]!, exact: rows[2]!, rounded: rows[3]!, edge, gap, thrownAway: lost !== 0 };
}

/** Two additions, the second of which adds another number to the sum of the first, aligned under each other. */
export interface AlignedChain extends Pick<AlignedSignificands, 'columns' | 'gap'> {
  /** The two numbers, their exact sum, the third number, and the exact sum of both; what each rounding loses is marked. */
  readonly rows: readonly SignificandRow[];
}

/** Null if a number or a sum is not finite. */
export function alignedChain(first: Addition, third: number, second: Addition): AlignedChain | null {
  const all = [first.a, first.b, first.sum, third, second.sum];
  if (!all.every(Number.isFinite)) return null;
  return alignedLines([lineOf(first.a), lineOf(first.b), exactLine(first), lineOf(third), exactLine(second)], all.flatMap((value) => spanOf(value) ?? [])) ?? { columns: 1, rows: all.map(empty), gap: null };
}

function empty(value: number): SignificandRow {
  return { negative: Object.is(value, -0), bits: [] };
}

/** The places between two numbers where none has a bit, if there are too many to draw. */
function widestGap(spans: readonly Span[]): Span | null {
  const down = [...spans].sort((p, q) => q.top - p.top);
  let reached = down[0]?.bottom ?? 0;
  for (const { top, bottom } of down) {
    if (reached - top - 1 > DRAWN_GAP) return { top: reached - 1, bottom: top + 1 };
    reached = Math.min(reached, bottom);
  }
  return null;
}
