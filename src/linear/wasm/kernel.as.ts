/**
 * The kernel in AssemblyScript, for WebAssembly SIMD: the same programs as linear/kernel.ts, eight vectors of four
 * outputs at a time, their accumulators in local variables through the whole program. Compiled by scripts/build-wasm.ts,
 * once without and once with relaxed SIMD.
 *
 * The eight vectors are two groups of four, a and b: one row of x over two times 16 outputs, or two rows over the same 16,
 * whose weights are then loaded once for both. Addresses are in bytes; product k's weights begin at `w + (k << shift)`.
 */

/** Bytes of eight vectors. */
const SAVED: usize = 128;
/** Bytes of one group of four vectors. */
const GROUP: usize = 64;
/** Bytes of an instruction, three int32; see orders/compile.ts. */
const INSTRUCTION: usize = 12;

/** Bits of a double below the last bit of a float32 in the normal range, and halfway between two of these. */
const BELOW: v128 = i64x2.splat(0x1fffffff);
const HALFWAY: v128 = i64x2.splat(0x10000000);
const SMALLEST_NORMAL: v128 = f64x2.splat(1.1754943508222875e-38);

/** p + c for doubles p and c, rounded once to float32: first to odd in double, then to float32. */
function addExactly(p: f64, c: f64): f32 {
  const sum = p + c;
  const part = sum - p;
  const error = p - (sum - part) + (c - part);
  let bits = reinterpret<i64>(sum);
  // A NaN error means that the sum is infinite or NaN, and stays.
  if (error == error && error != 0 && (bits & 1) == 0) bits += error > 0 == sum > 0 ? 1 : -1;
  return <f32>reinterpret<f64>(bits);
}

function fuseExactly(p0: v128, p1: v128, c0: v128, c1: v128): v128 {
  let r = f32x4.splat(addExactly(f64x2.extract_lane(p0, 0), f64x2.extract_lane(c0, 0)));
  r = f32x4.replace_lane(r, 1, addExactly(f64x2.extract_lane(p0, 1), f64x2.extract_lane(c0, 1)));
  r = f32x4.replace_lane(r, 2, addExactly(f64x2.extract_lane(p1, 0), f64x2.extract_lane(c1, 0)));
  return f32x4.replace_lane(r, 3, addExactly(f64x2.extract_lane(p1, 1), f64x2.extract_lane(c1, 1)));
}

/** Whether rounding this double to float32 may double-round wrongly: halfway between two float32, or subnormal as float32. */
// @ts-ignore: decorator
@inline
function doubtful(sum: v128): v128 {
  const size = f64x2.abs(sum);
  const subnormal = v128.and(f64x2.lt(size, SMALLEST_NORMAL), f64x2.gt(size, f64x2.splat(0)));
  return v128.or(i64x2.eq(v128.and(sum, BELOW), HALFWAY), subnormal);
}

/** Four fused multiply-adds c + x·w: products are exact in double, and doubtful sums are redone by `addExactly`. */
function fuseWide(x: v128, w: v128, c: v128): v128 {
  const wide = f64x2.promote_low_f32x4(x);
  const p0 = f64x2.mul(wide, f64x2.promote_low_f32x4(w));
  const p1 = f64x2.mul(wide, f64x2.promote_low_f32x4(i64x2.shuffle(w, w, 1, 1)));
  const c0 = f64x2.promote_low_f32x4(c);
  const c1 = f64x2.promote_low_f32x4(i64x2.shuffle(c, c, 1, 1));
  const s0 = f64x2.add(p0, c0);
  const s1 = f64x2.add(p1, c1);
  if (v128.any_true(v128.or(doubtful(s0), doubtful(s1)))) return fuseExactly(p0, p1, c0, c1);
  return i64x2.shuffle(f32x4.demote_f64x2_zero(s0), f32x4.demote_f64x2_zero(s1), 0, 2);
}

/** @param x the same number four times */
// @ts-ignore: decorator
@inline
function fuse(x: v128, w: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(x, w, c) : fuseWide(x, w, c);
}

// @ts-ignore: decorator
@inline
function product(x: v128, w: v128): v128 {
  return f32x4.mul(x, w);
}

/** The adder of the program's groups, and the format of x and w; see `adder`. */
let fractionBits: i32 = 0;
let resultBits: i32 = 0;
let leastExponent: i32 = 0;
let joinsAfterwards: bool = false;
let isHalf: bool = false;
let kept: i32 = -1;

/** Exponent bits of a float32: those of its power of two. */
const EXPONENT: v128 = i32x4.splat(0x7f800000);
/** Between these powers of two, products that float32 can't hold are cut to zero, and no sum overflows. */
const LEAST_FAST: v128 = f32x4.splat(1.5777218104420236e-30); // 2⁻⁹⁹
const MOST_FAST: v128 = f32x4.splat(3.3230699894622897e35); // 2¹¹⁸
/** Products whose multiples of the unit surely add up in an int32. */
const CHUNK: usize = 8 * 4;
const NONE: i32 = -1000;

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
    const a = <f64>reinterpret<f32>(load<i32>(x + (k << 2)) & kept);
    const b = <f64>reinterpret<f32>(load<i32>(w + (k << shift)) & kept);
    ordinary += a * b;
    if (a * b != 0) largest = max(largest, exponentOf(a, leastExponent) + exponentOf(b, leastExponent));
  }
  if (!(abs(ordinary) < Infinity)) return <f32>ordinary;
  if (largest == NONE) return joinsAfterwards ? c + 0 : 0;
  const inverse = powerOfTwo(fractionBits - largest);
  let sum = joinsAfterwards ? 0 : trunc(start * inverse);
  for (let at = leaf; at < last; at += 4) {
    const k: usize = load<u32>(at);
    const a = <f64>reinterpret<f32>(load<i32>(x + (k << 2)) & kept);
    const b = <f64>reinterpret<f32>(load<i32>(w + (k << shift)) & kept);
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

/** The largest power of two in each number of the format, which is its least one for subnormals; 0 for zeros. */
// @ts-ignore: decorator
@inline
function powers(a: v128, least: v128): v128 {
  return v128.and(i32x4.max_s(v128.and(a, EXPONENT), least), f32x4.ne(a, f32x4.splat(0)));
}

/** Toward zero to int32; all lanes are in its range. */
// @ts-ignore: decorator
@inline
function toInt(a: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i32x4.relaxed_trunc_f32x4_s(a) : i32x4.trunc_sat_f32x4_s(a);
}

/**
 * Joins the products of a group and the accumulators c of four outputs: the products leaves[leaf … last) of the row at x and
 * the four weights at w. Products of 11 significand bits are exact in float32; each is cut to an integer multiple of the
 * unit 2^(E − F). What float32 may not hold goes to `addTerms`.
 */
function group(c: v128, leaf: usize, last: usize, x: usize, w: usize, shift: usize): v128 {
  const keep = i32x4.splat(kept);
  const least = i32x4.splat((leastExponent + 127) << 23);
  let largest = joinsAfterwards ? f32x4.splat(0) : v128.and(c, EXPONENT);
  for (let at = leaf; at < last; at += 4) {
    const k: usize = load<u32>(at);
    const a = v128.and(v128.load32_splat(x + (k << 2)), keep);
    const b = v128.and(v128.load(w + (k << shift)), keep);
    largest = f32x4.max(largest, f32x4.mul(powers(a, least), powers(b, least)));
  }
  // NaN and infinite lanes fail the comparison.
  if (isHalf || !i32x4.all_true(v128.and(f32x4.ge(largest, LEAST_FAST), f32x4.lt(largest, MOST_FAST)))) {
    let r = f32x4.splat(addTerms(f32x4.extract_lane(c, 0), leaf, last, x, w, shift));
    r = f32x4.replace_lane(r, 1, addTerms(f32x4.extract_lane(c, 1), leaf, last, x, w + 4, shift));
    r = f32x4.replace_lane(r, 2, addTerms(f32x4.extract_lane(c, 2), leaf, last, x, w + 8, shift));
    return f32x4.replace_lane(r, 3, addTerms(f32x4.extract_lane(c, 3), leaf, last, x, w + 12, shift));
  }
  const inverse = i32x4.sub(i32x4.splat((254 + fractionBits) << 23), largest);
  let low = f64x2.splat(0);
  let high = low;
  let sum = joinsAfterwards ? i32x4.splat(0) : toInt(f32x4.mul(c, inverse));
  for (let at = leaf; at < last; ) {
    const end = min(at + CHUNK, last);
    for (; at < end; at += 4) {
      const k: usize = load<u32>(at);
      const a = v128.and(v128.load32_splat(x + (k << 2)), keep);
      const b = v128.and(v128.load(w + (k << shift)), keep);
      sum = i32x4.add(sum, toInt(f32x4.mul(f32x4.mul(a, b), inverse)));
    }
    low = f64x2.add(low, f64x2.convert_low_i32x4_s(sum));
    high = f64x2.add(high, f64x2.convert_low_i32x4_s(i64x2.shuffle(sum, sum, 1, 1)));
    sum = i32x4.splat(0);
  }
  const unit = f32x4.mul(largest, f32x4.splat(<f32>powerOfTwo(-fractionBits)));
  const whole = i64x2.splat(<i64>-1 << (52 - resultBits));
  low = v128.and(f64x2.mul(low, f64x2.promote_low_f32x4(unit)), whole);
  high = v128.and(f64x2.mul(high, f64x2.promote_low_f32x4(i64x2.shuffle(unit, unit, 1, 1))), whole);
  const d = i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
  return joinsAfterwards ? f32x4.add(d, c) : d;
}

/**
 * Says how the groups of the programs to come are added; see `Adder` in numerics/adders.ts.
 *
 * @param least the exponent that the subnormals of x and w have
 * @param keep the bits of x and w that count
 */
export function adder(fraction: i32, result: i32, least: i32, afterwards: bool, half: bool, keep: i32): void {
  fractionBits = fraction;
  resultBits = result;
  leastExponent = least;
  joinsAfterwards = afterwards;
  isHalf = half;
  kept = keep;
}

/**
 * One program over both groups; the results go to `outA` and `outB`.
 *
 * @param two whether these are two rows over the same outputs; a compile-time constant
 */
// @ts-ignore: decorator
@inline
function runGroups(two: bool, ops: usize, end: usize, leaves: usize, xa: usize, xb: usize, wa: usize, wb: usize, shift: usize, ba: usize, bb: usize, stack: usize, outA: usize, outB: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  let top = stack;
  for (let at = ops; at < end; at += INSTRUCTION) {
    const code = load<u32>(at);
    let leaf = leaves + ((<usize>load<u32>(at, 4)) << 2);
    const last = leaves + ((<usize>load<u32>(at, 8)) << 2);
    if (code == 1 || code == 3 || code == 11) {
      v128.store(top, a0, 0);
      v128.store(top, a1, 16);
      v128.store(top, a2, 32);
      v128.store(top, a3, 48);
      v128.store(top, b0, 64);
      v128.store(top, b1, 80);
      v128.store(top, b2, 96);
      v128.store(top, b3, 112);
      top += SAVED;
    }
    switch (code) {
      case 0: // Start
      case 1: {
        // SaveStart
        const k: usize = load<u32>(leaf);
        const x = v128.load32_splat(xa + (k << 2));
        const y = two ? v128.load32_splat(xb + (k << 2)) : x;
        const wat = wa + (k << shift);
        const w0 = v128.load(wat, 0);
        const w1 = v128.load(wat, 16);
        const w2 = v128.load(wat, 32);
        const w3 = v128.load(wat, 48);
        const vat = two ? wat : wb + (k << shift);
        const v0 = two ? w0 : v128.load(vat, 0);
        const v1 = two ? w1 : v128.load(vat, 16);
        const v2 = two ? w2 : v128.load(vat, 32);
        const v3 = two ? w3 : v128.load(vat, 48);
        a0 = product(x, w0);
        a1 = product(x, w1);
        a2 = product(x, w2);
        a3 = product(x, w3);
        b0 = product(y, v0);
        b1 = product(y, v1);
        b2 = product(y, v2);
        b3 = product(y, v3);
        leaf += 4;
      }
      case 4: // Add
        for (; leaf < last; leaf += 4) {
          const k: usize = load<u32>(leaf);
          const x = v128.load32_splat(xa + (k << 2));
          const y = two ? v128.load32_splat(xb + (k << 2)) : x;
          const wat = wa + (k << shift);
          const w0 = v128.load(wat, 0);
          const w1 = v128.load(wat, 16);
          const w2 = v128.load(wat, 32);
          const w3 = v128.load(wat, 48);
          const vat = two ? wat : wb + (k << shift);
          const v0 = two ? w0 : v128.load(vat, 0);
          const v1 = two ? w1 : v128.load(vat, 16);
          const v2 = two ? w2 : v128.load(vat, 32);
          const v3 = two ? w3 : v128.load(vat, 48);
          a0 = f32x4.add(a0, product(x, w0));
          a1 = f32x4.add(a1, product(x, w1));
          a2 = f32x4.add(a2, product(x, w2));
          a3 = f32x4.add(a3, product(x, w3));
          b0 = f32x4.add(b0, product(y, v0));
          b1 = f32x4.add(b1, product(y, v1));
          b2 = f32x4.add(b2, product(y, v2));
          b3 = f32x4.add(b3, product(y, v3));
        }
        break;
      case 2: // Bias
      case 3: // SaveBias
        a0 = v128.load(ba, 0);
        a1 = v128.load(ba, 16);
        a2 = v128.load(ba, 32);
        a3 = v128.load(ba, 48);
        b0 = v128.load(bb, 0);
        b1 = v128.load(bb, 16);
        b2 = v128.load(bb, 32);
        b3 = v128.load(bb, 48);
        break;
      case 5: // Fma
        for (; leaf < last; leaf += 4) {
          const k: usize = load<u32>(leaf);
          const x = v128.load32_splat(xa + (k << 2));
          const y = two ? v128.load32_splat(xb + (k << 2)) : x;
          const wat = wa + (k << shift);
          const w0 = v128.load(wat, 0);
          const w1 = v128.load(wat, 16);
          const w2 = v128.load(wat, 32);
          const w3 = v128.load(wat, 48);
          const vat = two ? wat : wb + (k << shift);
          const v0 = two ? w0 : v128.load(vat, 0);
          const v1 = two ? w1 : v128.load(vat, 16);
          const v2 = two ? w2 : v128.load(vat, 32);
          const v3 = two ? w3 : v128.load(vat, 48);
          a0 = fuse(x, w0, a0);
          a1 = fuse(x, w1, a1);
          a2 = fuse(x, w2, a2);
          a3 = fuse(x, w3, a3);
          b0 = fuse(y, v0, b0);
          b1 = fuse(y, v1, b1);
          b2 = fuse(y, v2, b2);
          b3 = fuse(y, v3, b3);
        }
        break;
      case 6: // AddPair
      case 7: {
        // AddFusedPair
        const k: usize = load<u32>(leaf);
        const m: usize = load<u32>(leaf, 4);
        const x = v128.load32_splat(xa + (k << 2));
        const y = two ? v128.load32_splat(xb + (k << 2)) : x;
        const wat = wa + (k << shift);
        const w0 = v128.load(wat, 0);
        const w1 = v128.load(wat, 16);
        const w2 = v128.load(wat, 32);
        const w3 = v128.load(wat, 48);
        const vat = two ? wat : wb + (k << shift);
        const v0 = two ? w0 : v128.load(vat, 0);
        const v1 = two ? w1 : v128.load(vat, 16);
        const v2 = two ? w2 : v128.load(vat, 32);
        const v3 = two ? w3 : v128.load(vat, 48);
        const s = v128.load32_splat(xa + (m << 2));
        const t = two ? v128.load32_splat(xb + (m << 2)) : s;
        const pat = wa + (m << shift);
        const p0 = v128.load(pat, 0);
        const p1 = v128.load(pat, 16);
        const p2 = v128.load(pat, 32);
        const p3 = v128.load(pat, 48);
        const qat = two ? pat : wb + (m << shift);
        const q0 = two ? p0 : v128.load(qat, 0);
        const q1 = two ? p1 : v128.load(qat, 16);
        const q2 = two ? p2 : v128.load(qat, 32);
        const q3 = two ? p3 : v128.load(qat, 48);
        if (code == 6) {
          a0 = f32x4.add(a0, f32x4.add(product(x, w0), product(s, p0)));
          a1 = f32x4.add(a1, f32x4.add(product(x, w1), product(s, p1)));
          a2 = f32x4.add(a2, f32x4.add(product(x, w2), product(s, p2)));
          a3 = f32x4.add(a3, f32x4.add(product(x, w3), product(s, p3)));
          b0 = f32x4.add(b0, f32x4.add(product(y, v0), product(t, q0)));
          b1 = f32x4.add(b1, f32x4.add(product(y, v1), product(t, q1)));
          b2 = f32x4.add(b2, f32x4.add(product(y, v2), product(t, q2)));
          b3 = f32x4.add(b3, f32x4.add(product(y, v3), product(t, q3)));
        } else {
          a0 = f32x4.add(a0, fuse(s, p0, product(x, w0)));
          a1 = f32x4.add(a1, fuse(s, p1, product(x, w1)));
          a2 = f32x4.add(a2, fuse(s, p2, product(x, w2)));
          a3 = f32x4.add(a3, fuse(s, p3, product(x, w3)));
          b0 = f32x4.add(b0, fuse(t, q0, product(y, v0)));
          b1 = f32x4.add(b1, fuse(t, q1, product(y, v1)));
          b2 = f32x4.add(b2, fuse(t, q2, product(y, v2)));
          b3 = f32x4.add(b3, fuse(t, q3, product(y, v3)));
        }
        break;
      }
      case 8: // AddBias
        a0 = f32x4.add(a0, v128.load(ba, 0));
        a1 = f32x4.add(a1, v128.load(ba, 16));
        a2 = f32x4.add(a2, v128.load(ba, 32));
        a3 = f32x4.add(a3, v128.load(ba, 48));
        b0 = f32x4.add(b0, v128.load(bb, 0));
        b1 = f32x4.add(b1, v128.load(bb, 16));
        b2 = f32x4.add(b2, v128.load(bb, 32));
        b3 = f32x4.add(b3, v128.load(bb, 48));
        break;
      case 9: // Merge
        top -= SAVED;
        a0 = f32x4.add(v128.load(top, 0), a0);
        a1 = f32x4.add(v128.load(top, 16), a1);
        a2 = f32x4.add(v128.load(top, 32), a2);
        a3 = f32x4.add(v128.load(top, 48), a3);
        b0 = f32x4.add(v128.load(top, 64), b0);
        b1 = f32x4.add(v128.load(top, 80), b1);
        b2 = f32x4.add(v128.load(top, 96), b2);
        b3 = f32x4.add(v128.load(top, 112), b3);
        break;
      case 10: // Zero
      case 11: // SaveZero
        a0 = f32x4.splat(0);
        a1 = a0;
        a2 = a0;
        a3 = a0;
        b0 = a0;
        b1 = a0;
        b2 = a0;
        b3 = a0;
        break;
      case 12: {
        // Group
        a0 = group(a0, leaf, last, xa, wa, shift);
        a1 = group(a1, leaf, last, xa, wa + 16, shift);
        a2 = group(a2, leaf, last, xa, wa + 32, shift);
        a3 = group(a3, leaf, last, xa, wa + 48, shift);
        b0 = group(b0, leaf, last, xb, wb, shift);
        b1 = group(b1, leaf, last, xb, wb + 16, shift);
        b2 = group(b2, leaf, last, xb, wb + 32, shift);
        b3 = group(b3, leaf, last, xb, wb + 48, shift);
        break;
      }
    }
  }
  v128.store(outA, a0, 0);
  v128.store(outA, a1, 16);
  v128.store(outA, a2, 32);
  v128.store(outA, a3, 48);
  v128.store(outB, b0, 0);
  v128.store(outB, b1, 16);
  v128.store(outB, b2, 32);
  v128.store(outB, b3, 48);
}

/** One row, over the 16 outputs at `w` and the 16 at `v`. */
function runOne(ops: usize, end: usize, leaves: usize, x: usize, w: usize, v: usize, shift: usize, ba: usize, bb: usize, stack: usize, outA: usize, outB: usize): void {
  runGroups(false, ops, end, leaves, x, x, w, v, shift, ba, bb, stack, outA, outB);
}

/** Two rows, over the same 16 outputs. */
function runTwo(ops: usize, end: usize, leaves: usize, x: usize, y: usize, w: usize, shift: usize, bias: usize, stack: usize, outA: usize, outB: usize): void {
  runGroups(true, ops, end, leaves, x, y, w, w, shift, bias, bias, stack, outA, outB);
}

/**
 * Runs a program over some strips, for some rows of x.
 *
 * @param x rows of K float32, one after the other
 * @param w the first strip's weights; strips are `1 << shift` bytes wide, 64 or 128
 * @param bias as wide as the strips
 * @param out receives strip by strip, rows × strip float32
 */
export function run(ops: usize, end: usize, leaves: usize, x: usize, rows: usize, K: usize, w: usize, shift: usize, strips: usize, bias: usize, stack: usize, out: usize): void {
  const width: usize = (<usize>1) << shift;
  for (let s: usize = 0; s < strips; s++) {
    for (let half: usize = 0; half < width; half += GROUP) {
      for (let r: usize = 0; r + 2 <= rows; r += 2) {
        const xa = x + ((r * K) << 2);
        const to = out + r * width + half;
        runTwo(ops, end, leaves, xa, xa + (K << 2), w + half, shift, bias + half, stack, to, to + width);
      }
    }
    if (rows & 1) {
      const r = rows - 1;
      const to = out + r * width;
      // A strip of 64 bytes is one group: the other repeats it.
      const other = width - GROUP;
      runOne(ops, end, leaves, x + ((r * K) << 2), w, w + other, shift, bias, bias + other, stack, to, to + other);
    }
    w += K << shift;
    bias += width;
    out += rows * width;
  }
}

/** |b| + Σ |x·w| in double, summed in sequence, for one row over some strips. `out` receives one double per output. */
export function sizes(x: usize, K: usize, w: usize, shift: usize, strips: usize, bias: usize, out: usize): void {
  const width: usize = (<usize>1) << shift;
  const end = x + (K << 2);
  for (let s: usize = 0; s < strips; s++) {
    for (let at: usize = 0; at < width; at += 32, out += 64) {
      let from = w + at;
      let s0 = f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(bias + at)));
      let s1 = f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(bias + at, 8)));
      let s2 = f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(bias + at, 16)));
      let s3 = f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(bias + at, 24)));
      for (let xk = x; xk < end; xk += 4, from += width) {
        const wide = f64x2.splat(<f64>load<f32>(xk));
        s0 = f64x2.add(s0, f64x2.abs(f64x2.mul(wide, f64x2.promote_low_f32x4(v128.load64_zero(from)))));
        s1 = f64x2.add(s1, f64x2.abs(f64x2.mul(wide, f64x2.promote_low_f32x4(v128.load64_zero(from, 8)))));
        s2 = f64x2.add(s2, f64x2.abs(f64x2.mul(wide, f64x2.promote_low_f32x4(v128.load64_zero(from, 16)))));
        s3 = f64x2.add(s3, f64x2.abs(f64x2.mul(wide, f64x2.promote_low_f32x4(v128.load64_zero(from, 24)))));
      }
      v128.store(out, s0);
      v128.store(out, s1, 16);
      v128.store(out, s2, 32);
      v128.store(out, s3, 48);
    }
    w += K << shift;
    bias += width;
  }
}
