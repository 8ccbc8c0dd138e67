import type { FactorFormat } from './formats';

/** Group sizes: of formats of 16 bits, of TF32, of 8 bits. */
const half = (n: number) => ({ float16: n, bfloat16: n });
const halfAndTf32 = (n: number) => ({ ...half(n), tf32: n / 2 });
const eighth = (n: number) => ({ float8_e4m3: n, float8_e5m2: n });
const float16 = (n: number) => ({ float16: n });

/**
 * n: the products that one step of each adder of `ADDERS` takes, by the format of their factors; formats that it does not take
 * are missing. A table of its own, for this is all that reading and making orders needs of an adder.
 */
export const GROUP_SIZES = {
  v100: float16(4),
  a100: halfAndTf32(8),
  ada: halfAndTf32(8),
  h100: halfAndTf32(16),
  b200: halfAndTf32(16),
  'ada-fp8': eighth(16),
  'h100-fp8': eighth(32),
  'b200-fp8': eighth(32),
  'v100-acc16': float16(4),
  'a100-acc16': float16(8),
  'ada-acc16': float16(8),
  'h100-acc16': float16(16),
  'b200-acc16': float16(16),
  'ada-fp8-acc16': eighth(16),
} as const satisfies Readonly<Record<string, GroupSizes>>;

export type GroupSizes = Readonly<Partial<Record<FactorFormat, number>>>;

export type AdderName = keyof typeof GROUP_SIZES;

export const ADDER_NAMES = Object.keys(GROUP_SIZES) as readonly AdderName[];

/** The products of one step with factors of this format; null if the adder does not take them. */
export function productsPerStep(adder: AdderName, format: FactorFormat): number | null {
  return (GROUP_SIZES[adder] as GroupSizes)[format] ?? null;
}
