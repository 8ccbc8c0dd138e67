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

/**
 * The aligned significands of an addition, as on paper: both operands, their exact sum, and the 24 bits of it that
 * float32 keeps. Null if an operand or the sum is not finite: it then has no digits.
 */
export function alignedSignificands({ a, b, sum, lost }: Addition): AlignedSignificands | null {
  if (![a, b, sum].every(Number.isFinite)) return null;
  const exact = addExactBinary(exactBinary(a), exactBinary(b));
  const edge = Math.log2(ulpOf(sum));
  const spans = { a: spanOf(a), b: spanOf(b), rounded: spanOf(sum) };
  const exactSpan = exact.significand === 0n ? null : { top: exact.exponent + bitLength(exact.significand) - 1, bottom: Math.min(lowestBit(exact), edge) };
  const drawn = [spans.a, spans.b, spans.rounded, exactSpan].filter((span) => span !== null);
  if (drawn.length === 0) return { columns: 1, a: empty(a), b: empty(b), exact: empty(sum), rounded: empty(sum), edge: 1, gap: null, thrownAway: false };
  const top = Math.max(...drawn.map((span) => span.top));
  const bottom = Math.min(...drawn.map((span) => span.bottom));
  const gap = widestGap([spans.a, spans.b, spans.rounded].filter((span) => span !== null));
  const column = (weight: number): number => {
    if (gap === null || weight > gap.top) return top - weight;
    return weight < gap.bottom ? top - weight - (gap.top - gap.bottom) : top - gap.top;
  };
  const row = (value: ExactBinary, span: Span | null, negative: boolean): SignificandRow => {
    const bits: PlacedBit[] = [];
    const size = value.significand < 0n ? -value.significand : value.significand;
    for (let weight = span?.top ?? -Infinity; span && weight >= span.bottom; weight--) {
      if (gap && weight <= gap.top && weight >= gap.bottom) continue;
      const shift = weight - value.exponent;
      const bit = shift >= 0 && (size >> BigInt(shift)) & 1n ? '1' : '0';
      bits.push({ column: column(weight), bit, lost: lost !== 0 && weight < edge });
    }
    return { negative, bits };
  };
  return {
    columns: column(bottom) + 1,
    a: row(exactBinary(a), spans.a, a < 0),
    b: row(exactBinary(b), spans.b, b < 0),
    exact: row(exact, exactSpan, exact.significand < 0n),
    rounded: row(exactBinary(sum), spans.rounded, sum < 0),
    edge: column(Math.max(edge, bottom)) + 1,
    gap: gap && { column: column(gap.top), places: gap.top - gap.bottom + 1 },
    thrownAway: lost !== 0,
  };
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
