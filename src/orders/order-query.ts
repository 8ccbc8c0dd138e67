/**
 * What one call of an unknown sum is meant to find out. Leaves are numbered: 0 … K−1 are the products, K is the bias.
 *
 * `count`: how many ones lie outside the smallest subtree that holds `plus` and `minus`?
 * `fuse`: does `product`, or `other`, join the sum by a fused multiply-add where the two meet?
 * `cut`: where `one` and `small` meet, is their sum cut toward zero, as an adder cuts it, or rounded to nearest?
 * `width`: where `one` and `small` meet and `minus` joins later, is their sum kept in more than float32?
 */
export type Question =
  | { readonly kind: 'count'; readonly plus: number; readonly minus: number }
  | { readonly kind: 'fuse'; readonly product: number; readonly other: number }
  | { readonly kind: 'cut'; readonly one: number; readonly small: number }
  | { readonly kind: 'width'; readonly one: number; readonly small: number; readonly minus: number };

/** The numbers to call a sum with. All weights are equal, one of two values, since a library may keep weights packed. */
export interface OrderQuery {
  /** K values */
  readonly x: Float32Array;
  /** The value of every weight: 1 or `FUSE_FACTOR`. */
  readonly weight: number;
  /** 0 for a sum without bias. */
  readonly bias: number;
}

/** The sizes of the numbers in a question. */
export interface QueryRange {
  /** Large enough to swallow every `one` added to it, small enough never to overflow. */
  readonly swallowing: number;
  /** What is counted. */
  readonly one: number;
  /** What three quarters of its ulp are added to, to see whether their sum is cut. */
  readonly cut: number;
}

/** For sums with float32's exponents. */
const WIDE: QueryRange = { swallowing: 2 ** 100, one: 1, cut: 1 };

/** e·e = 1 + 2⁻¹¹ + 2⁻²⁴ needs one bit more than float32 has: a rounded product loses the last term, a fused one doesn't. */
export const FUSE_FACTOR = 1 + 2 ** -12;

/** What a fused product leaves of e·e after the rounded e·e is subtracted. */
export const FUSE_REMAINDER = 2 ** -24;

/** Below half an ulp of 1, which is 2⁻²⁴: beside 1, float32 loses it and float64 keeps it. */
const SMALL = 2 ** -30;

/** Three quarters of an ulp of 1: beside 1, it is cut off, or rounds up by 2⁻²³. */
const THREE_QUARTERS = 1.5 * 2 ** -24;

/**
 * The numbers that ask a question of a sum of K products (Xie et al., USENIX ATC 2025, for `count`).
 *
 * For `fuse` the products are e·e and −e·e, all others 0. Whichever of the two joins first is rounded, fused or not,
 * because it joins only zeros; the second, if fused, then leaves the remainder, and its sign tells which one it was.
 *
 * @param range for `count` and `cut`, whose answers are multiples of `one` and of `cut`
 */
export function queryFor(question: Question, K: number, bias: boolean, range: QueryRange = WIDE): OrderQuery {
  const leaves = new Float32Array(K + 1);
  switch (question.kind) {
    case 'count':
      leaves.fill(range.one);
      leaves[question.plus] = range.swallowing;
      leaves[question.minus] = -range.swallowing;
      break;
    case 'fuse':
      leaves[question.product] = FUSE_FACTOR;
      leaves[question.other] = question.other === K ? -Math.fround(FUSE_FACTOR * FUSE_FACTOR) : -FUSE_FACTOR;
      break;
    case 'cut':
      leaves[question.one] = range.cut;
      leaves[question.small] = range.cut * THREE_QUARTERS;
      break;
    case 'width':
      leaves[question.one] = 1;
      leaves[question.small] = SMALL;
      leaves[question.minus] = -1;
      break;
  }
  return { x: leaves.subarray(0, K), weight: question.kind === 'fuse' ? FUSE_FACTOR : 1, bias: bias ? leaves[K]! : 0 };
}

/** A leaf's name for a sentence: "product 3" or "the bias". */
export function leafName(leaf: number, K: number): string {
  return leaf === K ? 'the bias' : `product ${leaf}`;
}
