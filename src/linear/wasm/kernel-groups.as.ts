/**
 * How the kernel of kernel.as.ts joins a group: it calls `joinGroup`, which works in its memory. This is a module of its own because
 * it loads only when an order with groups is computed. Compiled by scripts/build-wasm.ts, once without and once with relaxed SIMD.
 */

/** Bytes of one group of four vectors. */
const GROUP: usize = 64;

/** The adder of the program's groups, and the format of x and w; see `adder`. */
let fractionBits: i32 = 0;
let resultBits: i32 = 0;
let leastExponent: i32 = 0;
let joinsAfterwards: bool = false;
let isHalf: bool = false;
let kept: u32 = 0xffffffff;
/** Bytes of as many leaves as an int32 can add up. */
let chunk: usize = 0;

/** Where `exponents` has put those of the rows and the weights; x is where the rows begin, the weights begin at 0. */
let rowsAt: usize = 0;
let rowExponents: usize = 0;
let weightExponents: usize = 0;

const NONE: i32 = -1000;
/** What `exponents` has for zeros and for infinities and NaN: an addition that saturates leaves both far from any other. */
const OF_ZERO: i16 = -16000;
const OF_INFINITE: i16 = 32767;
/** Exponents of terms between which products that float32 can't hold are cut to zero, and no sum overflows. */
const LEAST_FAST: i32 = -99;
const MOST_FAST: i32 = 117;
/**
 * Where `joinGroup` has what in its scratch pad: eight vectors of accumulators, of 2^(F − E), of 2^(E − F), of sums in int32, 16 of
 * sums in double.
 */
const INVERSES: usize = 128;
const UNITS: usize = 256;
const PARTS: usize = 384;
const SUMS: usize = 512;

// @ts-ignore: decorator
@inline
function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>((<i64>(exponent + 1023)) << 52);
}

// @ts-ignore: decorator
@inline
function exponentOf(x: f64, least: i32): i32 {
  return max(<i32>((reinterpret<u64>(x) >> 52) & 0x7ff) - 1023, least);
}

/** `multiTermAdd` of numerics/multi-term-add.ts, for one output. Products are exact in double. */
function addTerms(c: f32, leaf: usize, last: usize, x: usize, w: usize, shift: usize): f32 {
  const start = <f64>c;
  let largest = joinsAfterwards || c == 0 ? NONE : exponentOf(start, isHalf ? -14 : -126);
  let ordinary = start;
  for (let at = leaf; at < last; at += 4) {
    const k: usize = load<u32>(at);
    const a = <f64>reinterpret<f32>(load<u32>(x + (k << 2)) & kept);
    const b = <f64>reinterpret<f32>(load<u32>(w + (k << shift)) & kept);
    ordinary += a * b;
    if (a * b != 0) largest = max(largest, exponentOf(a, leastExponent) + exponentOf(b, leastExponent));
  }
  if (!(abs(ordinary) < Infinity)) return <f32>ordinary;
  if (largest == NONE) return joinsAfterwards ? c + 0 : 0;
  const inverse = powerOfTwo(fractionBits - largest);
  let sum = joinsAfterwards ? 0 : trunc(start * inverse);
  for (let at = leaf; at < last; at += 4) {
    const k: usize = load<u32>(at);
    const a = <f64>reinterpret<f32>(load<u32>(x + (k << 2)) & kept);
    const b = <f64>reinterpret<f32>(load<u32>(w + (k << shift)) & kept);
    sum += trunc(a * b * inverse);
  }
  const exact = (sum + 0) * powerOfTwo(largest - fractionBits);
  if (isHalf) {
    const unit = exponentOf(exact, -14) - 10;
    const rounded = nearest(exact * powerOfTwo(-unit)) * powerOfTwo(unit);
    return <f32>(abs(rounded) < 65536 ? rounded : copysign(Infinity, exact));
  }
  if (abs(exact) >= 3.402823669209385e38) return <f32>copysign(Infinity, exact);
  const unit = exponentOf(exact, -126) - resultBits;
  const d = <f32>(trunc(exact * powerOfTwo(-unit)) * powerOfTwo(unit));
  return joinsAfterwards ? d + c : d;
}

/** Toward zero to int32; all lanes are in its range. */
// @ts-ignore: decorator
@inline
function toInt(a: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i32x4.relaxed_trunc_f32x4_s(a) : i32x4.trunc_sat_f32x4_s(a);
}

/**
 * Aligns the terms of four outputs, starts their sums with the accumulators, and says whether float32 and int32 can hold what
 * comes of it. Where all terms are zero, E is of no account.
 *
 * @param at the accumulators, in the scratch pad
 * @param products the largest exponents of the products
 */
function align(at: usize, products: v128): bool {
  const c = v128.load(at);
  let largest = products;
  if (!joinsAfterwards) {
    const exponents = i32x4.sub(v128.and(i32x4.shr_u(c, 23), i32x4.splat(0xff)), i32x4.splat(127));
    largest = i32x4.max_s(largest, v128.bitselect(i32x4.splat(OF_ZERO), exponents, f32x4.eq(c, f32x4.splat(0))));
  }
  largest = v128.andnot(largest, i32x4.lt_s(largest, i32x4.splat(OF_ZERO >> 1)));
  const inverse = i32x4.shl(i32x4.sub(i32x4.splat(127 + fractionBits), largest), 23);
  v128.store(at, inverse, INVERSES);
  v128.store(at, joinsAfterwards ? i32x4.splat(0) : toInt(f32x4.mul(c, inverse)), PARTS);
  v128.store(at, i32x4.shl(i32x4.add(i32x4.splat(127 - fractionBits), largest), 23), UNITS);
  return !v128.any_true(v128.or(i32x4.lt_s(largest, i32x4.splat(LEAST_FAST)), i32x4.gt_s(largest, i32x4.splat(MOST_FAST))));
}

/** The four terms that a product adds: cut to integer multiples of the unit. */
// @ts-ignore: decorator
@inline
function term(x: v128, w: v128, inverse: v128): v128 {
  return toInt(f32x4.mul(f32x4.mul(x, w), inverse));
}

/**
 * Joins the products leaves[leaf … last) and both groups of accumulators. Products of 11 significand bits are exact in
 * float32; each is cut to an integer multiple of the unit 2^(E − F), these are added in int32, `chunk` at a time, and those sums
 * in double. What float32 can't hold goes to `addTerms`.
 *
 * @param pad the accumulators, eight vectors, which receive the results; scratch memory follows them
 */
export function joinGroup(pad: usize, leaf: usize, last: usize, xa: usize, xb: usize, wa: usize, wb: usize, shift: usize): void {
  let a0 = i16x8.splat(OF_ZERO);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  const half = shift - 1;
  const xea = rowExponents + ((xa - rowsAt) >> 1);
  const xeb = rowExponents + ((xb - rowsAt) >> 1);
  const wea = weightExponents + (wa >> 1);
  const web = weightExponents + (wb >> 1);
  for (let at = leaf; at < last; at += 4) {
    const k: usize = load<u32>(at);
    const x = v128.load16_splat(xea + (k << 1));
    const y = v128.load16_splat(xeb + (k << 1));
    const w0 = v128.load(wea + (k << half), 0);
    const w1 = v128.load(wea + (k << half), 16);
    const v0 = v128.load(web + (k << half), 0);
    const v1 = v128.load(web + (k << half), 16);
    a0 = i16x8.max_s(a0, i16x8.add_sat_s(x, w0));
    a1 = i16x8.max_s(a1, i16x8.add_sat_s(x, w1));
    b0 = i16x8.max_s(b0, i16x8.add_sat_s(y, v0));
    b1 = i16x8.max_s(b1, i16x8.add_sat_s(y, v1));
  }
  v128.store(pad, a0, SUMS);
  v128.store(pad, a1, SUMS + 16);
  v128.store(pad, b0, SUMS + 32);
  v128.store(pad, b1, SUMS + 48);
  let isFast: bool = !isHalf;
  for (let v: usize = 0; v < 128; v += 16) isFast = align(pad + v, v128.load_ext<i16>(pad + SUMS + (v >> 1))) && isFast;
  if (!isFast) {
    addEach(pad, leaf, last, xa, wa, shift);
    addEach(pad + GROUP, leaf, last, xb, wb, shift);
    return;
  }
  const keep = i32x4.splat(kept);
  const i0 = v128.load(pad, INVERSES);
  const i1 = v128.load(pad, INVERSES + 16);
  const i2 = v128.load(pad, INVERSES + 32);
  const i3 = v128.load(pad, INVERSES + 48);
  const j0 = v128.load(pad, INVERSES + 64);
  const j1 = v128.load(pad, INVERSES + 80);
  const j2 = v128.load(pad, INVERSES + 96);
  const j3 = v128.load(pad, INVERSES + 112);
  memory.fill(pad + SUMS, 0, 256);
  for (let at = leaf; at < last; ) {
    const end = min(at + chunk, last);
    let s0 = v128.load(pad, PARTS);
    let s1 = v128.load(pad, PARTS + 16);
    let s2 = v128.load(pad, PARTS + 32);
    let s3 = v128.load(pad, PARTS + 48);
    let t0 = v128.load(pad, PARTS + 64);
    let t1 = v128.load(pad, PARTS + 80);
    let t2 = v128.load(pad, PARTS + 96);
    let t3 = v128.load(pad, PARTS + 112);
    for (; at < end; at += 4) {
      const k: usize = load<u32>(at);
      const x = v128.and(v128.load32_splat(xa + (k << 2)), keep);
      const y = v128.and(v128.load32_splat(xb + (k << 2)), keep);
      const wat = wa + (k << shift);
      const w0 = v128.and(v128.load(wat, 0), keep);
      const w1 = v128.and(v128.load(wat, 16), keep);
      const w2 = v128.and(v128.load(wat, 32), keep);
      const w3 = v128.and(v128.load(wat, 48), keep);
      const vat = wb + (k << shift);
      const v0 = v128.and(v128.load(vat, 0), keep);
      const v1 = v128.and(v128.load(vat, 16), keep);
      const v2 = v128.and(v128.load(vat, 32), keep);
      const v3 = v128.and(v128.load(vat, 48), keep);
      s0 = i32x4.add(s0, term(x, w0, i0));
      s1 = i32x4.add(s1, term(x, w1, i1));
      s2 = i32x4.add(s2, term(x, w2, i2));
      s3 = i32x4.add(s3, term(x, w3, i3));
      t0 = i32x4.add(t0, term(y, v0, j0));
      t1 = i32x4.add(t1, term(y, v1, j1));
      t2 = i32x4.add(t2, term(y, v2, j2));
      t3 = i32x4.add(t3, term(y, v3, j3));
    }
    v128.store(pad, s0, PARTS);
    v128.store(pad, s1, PARTS + 16);
    v128.store(pad, s2, PARTS + 32);
    v128.store(pad, s3, PARTS + 48);
    v128.store(pad, t0, PARTS + 64);
    v128.store(pad, t1, PARTS + 80);
    v128.store(pad, t2, PARTS + 96);
    v128.store(pad, t3, PARTS + 112);
    for (let v: usize = 0; v < 128; v += 16) {
      const part = v128.load(pad + v, PARTS);
      const sums = pad + SUMS + (v << 1);
      v128.store(sums, f64x2.add(v128.load(sums), f64x2.convert_low_i32x4_s(part)));
      v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.convert_low_i32x4_s(i64x2.shuffle(part, part, 1, 1))), 16);
    }
    memory.fill(pad + PARTS, 0, 128);
  }
  // Cut toward zero; none of these is subnormal as float32.
  const whole = i64x2.splat(<i64>-1 << (52 - resultBits));
  for (let v: usize = 0; v < 128; v += 16) {
    const unit = v128.load(pad + v, UNITS);
    const sums = pad + SUMS + (v << 1);
    const low = v128.and(f64x2.mul(v128.load(sums), f64x2.promote_low_f32x4(unit)), whole);
    const high = v128.and(f64x2.mul(v128.load(sums, 16), f64x2.promote_low_f32x4(i64x2.shuffle(unit, unit, 1, 1))), whole);
    const d = i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
    v128.store(pad + v, joinsAfterwards ? f32x4.add(d, v128.load(pad + v)) : d);
  }
}

/** Joins a group for 16 outputs, one by one. */
function addEach(pad: usize, leaf: usize, last: usize, x: usize, w: usize, shift: usize): void {
  for (let at: usize = 0; at < GROUP; at += 4) store<f32>(pad + at, addTerms(load<f32>(pad + at), leaf, last, x, w + at, shift));
}

/**
 * Writes the exponents of `count` numbers as int16, at least `leastExponent`: what groups are aligned by. The adder must be
 * set.
 */
export function exponents(from: usize, count: usize, to: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const bits = load<u32>(from + (i << 2)) & 0x7fffffff & kept;
    const exponent = <i32>(bits >> 23);
    store<i16>(to + (i << 1), bits == 0 ? OF_ZERO : exponent == 255 ? OF_INFINITE : <i16>max(exponent - 127, leastExponent));
  }
}

/**
 * Says how the groups of the programs to come are added; see `Adder` in numerics/adders.ts.
 *
 * @param least the exponent that the subnormals of x and w have
 * @param keep the bits of x and w that count
 * @param rows, rowsTo, weightsTo where the rows are, and the exponents of rows and weights
 */
export function adder(fraction: i32, result: i32, least: i32, afterwards: bool, half: bool, keep: u32, rows: usize, rowsTo: usize, weightsTo: usize): void {
  fractionBits = fraction;
  resultBits = result;
  leastExponent = least;
  joinsAfterwards = afterwards;
  isHalf = half;
  kept = keep;
  // So many products of less than 2^(F + 2) each, and an accumulator, add up in an int32.
  chunk = <usize>min(32, 1 << (28 - fraction)) * 4;
  rowsAt = rows;
  rowExponents = rowsTo;
  weightExponents = weightsTo;
}
