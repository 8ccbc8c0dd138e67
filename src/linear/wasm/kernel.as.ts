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

/**
 * Joins the products leaves[leaf … last) and both groups of accumulators, the eight vectors at `pad`; see kernel-groups.as.ts,
 * which this is where programs have groups.
 */
// @ts-ignore: decorator
@external("env", "joinGroup")
declare function joinGroup(pad: usize, leaf: usize, last: usize, xa: usize, xb: usize, wa: usize, wb: usize, shift: usize): void;

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
    if (code == 1 || code == 3 || code >= 11) {
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
        // Group: its accumulators were saved above.
        top -= SAVED;
        joinGroup(top, leaf, last, xa, xb, wa, wb, shift);
        a0 = v128.load(top, 0);
        a1 = v128.load(top, 16);
        a2 = v128.load(top, 32);
        a3 = v128.load(top, 48);
        b0 = v128.load(top, 64);
        b1 = v128.load(top, 80);
        b2 = v128.load(top, 96);
        b3 = v128.load(top, 112);
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
