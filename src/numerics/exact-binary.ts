const bytes = new DataView(new ArrayBuffer(8));

/** significand·2^exponent, exactly. */
export interface ExactBinary {
  readonly significand: bigint;
  readonly exponent: number;
}

/** A finite double as an integer times a power of two. −0 gives 0. */
export function exactBinary(x: number): ExactBinary {
  bytes.setFloat64(0, x);
  const bits = bytes.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { significand: x < 0 ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

/** The double nearest to an exact value (ties to even), subnormals and overflow to infinity included; 0 gives +0. */
export function roundExactBinary({ significand, exponent }: ExactBinary): number {
  if (significand < 0n) return -roundExactBinary({ significand: -significand, exponent });
  if (significand === 0n) return 0;
  const length = significand.toString(2).length;
  const dropped = Math.max(length - 53, -1074 - exponent);
  if (dropped <= 0) return Number(significand) * 2 ** exponent;
  const shift = BigInt(dropped);
  const kept = significand >> shift;
  const rest = significand - (kept << shift);
  const half = 1n << (shift - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  // At most 2⁵³ times a power of two: exact, or Infinity from 2¹⁰²⁴ on.
  return Number(up ? kept + 1n : kept) * 2 ** (exponent + dropped);
}

/** The exact sum of two exact values. */
export function addExactBinary(a: ExactBinary, b: ExactBinary): ExactBinary {
  const exponent = Math.min(a.exponent, b.exponent);
  const significand =
    (a.significand << BigInt(a.exponent - exponent)) + (b.significand << BigInt(b.exponent - exponent));
  return { significand, exponent };
}
