import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fmaf } from '../numerics/fma';
import { exactDot, absDot } from '../numerics/exact-dot';
import { fromBits } from '../numerics/float32';
import { binaryTree } from '../orders/binary-tree';
import { compile } from '../orders/compile';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { mix32 } from '../orders/hash';
import { height, gamma } from '../orders/height';
import type { Order } from '../orders/order';
import { orderKey } from '../orders/order-key';
import { parseOrder } from '../orders/parse-order';
import { reveal } from '../orders/reveal';
import { traceOrder } from '../orders/trace-order';
import { arbitraryTree, bracketed } from '../testing/arbitrary-tree';
import { ENGINES } from '../testing/engines';
import { FROUND } from './fround-engine';
import { otherSum } from './other-sums';
import { makeOutputs } from './make-outputs';
import { prepareLayer, runPlan } from './run-plan';
import { selfTest } from './self-test';

function parsed(text: string): Order {
  const result = parseOrder(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

/** Any float32, the awkward ones often. */
const float32 = fc.oneof(
  fc.float({ noNaN: true, noDefaultInfinity: true, min: -8, max: 8 }),
  fc.float(),
  fc.constantFrom(0, -0, 1, -1, 2 ** -149, -(2 ** -126), 2 ** 127, Infinity, -Infinity, NaN),
);
const tame = fc.float({ noNaN: true, noDefaultInfinity: true, min: -8, max: 8 }).filter((value) => value === 0 || Math.abs(value) > 2 ** -40);

function floats(value: fc.Arbitrary<number>, length: number): fc.Arbitrary<Float32Array> {
  return fc.array(value, { minLength: length, maxLength: length }).map((values) => Float32Array.from(values));
}

const families: FamilySpec[] = [{ name: 'sequential' }, { name: 'reverse' }, { name: 'pairwise', base: 3 }, { name: 'lanes', lanes: 4, combine: 'pairwise' }, { name: 'blocked', size: 5 }, { name: 'split', parts: 3 }, { name: 'shuffled', seed: 4 }];

describe.each(ENGINES)('the kernel by %s', (_, engine) => {
  it('gives every output the value of its tree, to the bit, for any tree, any numbers and any number of outputs', () => {
    const layer = arbitraryTree(20).chain(({ tree, products, bias }) =>
      fc.integer({ min: 1, max: 150 }).chain((outputs) => fc.tuple(fc.constant({ tree, products, bias, outputs }), floats(float32, products), floats(float32, products * 12), floats(float32, 7))),
    );
    fc.assert(
      fc.property(layer, ([{ tree, products: K, outputs: N }, x, weights, biases]) => {
        const order = parsed(bracketed(tree));
        const weight = Float32Array.from({ length: N * K }, (_, i) => weights[(i * 7) % weights.length]!);
        const bias = Float32Array.from({ length: N }, (_, j) => biases[j % biases.length]!);
        const out = new Float32Array(N + 2);
        engine.pack(weight, N, K).run(compile(order), { x, xOffset: 0, rows: 1, bias, out, outOffset: 1 });
        const nodes = binaryTree(order);
        for (let j = 0; j < N; j++) {
          const wanted = traceOrder(nodes, x, weight.subarray(j * K, (j + 1) * K), bias[j]!).values[nodes.root]!;
          expect(out[j + 1]).toBe(wanted);
        }
        expect([out[0], out[N + 1]]).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });

  it('is within the bound of its order, for every family', () => {
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.boolean(), floats(tame, 40), floats(tame, 40), tame, (family, fused, x, w, bias) => {
        const order = makeFamily(family, 40, { fused, bias: 'last' });
        const out = new Float32Array(1);
        engine.pack(w, 1, 40).run(compile(order), { x, xOffset: 0, rows: 1, bias: Float32Array.of(bias), out, outOffset: 0 });
        const error = Math.abs(out[0]! - exactDot(x, 0, w, 0, 40, bias));
        expect(error).toBeLessThanOrEqual(gamma(height(order)) * absDot(x, 0, w, 0, 40, bias) * (1 + 1e-12));
      }),
    );
  });

  it('has its order read off from outside as the one that was compiled', () => {
    const program = fc.oneof(
      arbitraryTree(14).map(({ tree }) => parsed(bracketed(tree))),
      fc.tuple(fc.constantFrom(...families), fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.constantFrom('none' as const, 'first' as const, 'last' as const, 'after-first-block' as const)).map(([family, K, fused, bias]) => makeFamily(family, K, { fused, bias })),
    );
    fc.assert(
      fc.property(program, (order) => {
        const compiled = compile(order);
        const out = new Float32Array(1);
        const shown = reveal(
          (x, w, bias) => {
            engine.pack(w, 1, order.products).run(compiled, { x, xOffset: 0, rows: 1, bias: Float32Array.of(bias), out, outOffset: 0 });
            return out[0]!;
          },
          order.products,
          order.bias,
        );
        expect(shown.ok && orderKey(shown.value)).toBe(orderKey(order));
      }),
    );
  });
});

describe.each(ENGINES.slice(1))('%s', (_, engine) => {
  const anything = fc.record({
    K: fc.integer({ min: 1, max: 70 }),
    N: fc.integer({ min: 1, max: 100 }),
    rows: fc.integer({ min: 1, max: 40 }),
    fused: fc.boolean(),
    family: fc.constantFrom(...families, { name: 'pairwise', base: 1 } as const, { name: 'pairwise', base: 2 } as const),
    bias: fc.constantFrom('none' as const, 'first' as const, 'last' as const, 'after-first-block' as const),
    seed: fc.integer(),
    special: fc.boolean(),
  });

  it('has the bits of Math.fround for any number of rows and outputs, subnormals and NaN among them', () => {
    fc.assert(
      fc.property(anything, fc.array(float32, { minLength: 97, maxLength: 97 }), ({ K, N, rows, fused, family, bias: style, seed, special }, awkward) => {
        let at = seed;
        const draw = (): number => (special ? awkward[(at = mix32(at + 1) >>> 0) % awkward.length]! : fromBits(((at = mix32(at + 1)) & 0x80ffffff) | 0x3f000000));
        const x = Float32Array.from({ length: K * rows + 3 }, draw);
        const weight = Float32Array.from({ length: K * N }, draw);
        const bias = Float32Array.from({ length: N }, draw);
        const program = compile(makeFamily(family, K, { fused, bias: style }));
        const [got, wanted] = [engine, FROUND].map((one) => {
          const packed = one.pack(weight, N, K);
          const out = new Float32Array(rows * N + 2);
          packed.run(program, { x, xOffset: 3, rows, bias, out, outOffset: 1 });
          return { out, sizes: packed.sizes(x, 3, bias) };
        });
        expect(got!.out).toEqual(wanted!.out);
        expect(got!.sizes).toEqual(wanted!.sizes);
      }),
    );
  });

  it('runs some strips and leaves the others, one program after the other', () => {
    const [N, K] = [100, 9];
    const [x, bias] = [Float32Array.from({ length: K }, (_, k) => k - 3.3), new Float32Array(N).fill(0.7)];
    const weight = Float32Array.from({ length: N * K }, (_, i) => Math.fround(Math.sin(i)));
    const packed = engine.pack(weight, N, K);
    for (const tree of ['0 + (1 + (2 + (3 + 4))) + (5 + 6 + (7 + 8)) + b', '0..8 + b', 'b + *8..0']) {
      const program = compile(parsed(tree));
      const wanted = new Float32Array(N);
      FROUND.pack(weight, N, K).run(program, { x, xOffset: 0, rows: 1, bias, out: wanted, outOffset: 0 });
      const out = new Float32Array(N);
      packed.run(program, { x, xOffset: 0, rows: 1, bias, out, outOffset: 0 }, [1, 2]);
      expect([...out]).toEqual([...wanted].map((value, j) => (Math.floor(j / packed.strip) >= 1 && Math.floor(j / packed.strip) <= 2 ? value : 0)));
    }
  });

  it('makes room for a program of any length', () => {
    const K = 40_000;
    const order = makeFamily({ name: 'shuffled', seed: 3 }, K, { fused: false, bias: 'none' });
    const x = Float32Array.from({ length: K }, (_, k) => Math.fround(Math.sin(k)));
    const [got, wanted] = [engine, FROUND].map((one) => {
      const out = new Float32Array(1);
      one.pack(x, 1, K).run(compile(order), { x, xOffset: 0, rows: 1, bias: null, out, outOffset: 0 });
      return out[0];
    });
    expect(got).toBe(wanted);
  });

  it('rounds a fused product and sum once, however close they come to the middle of two float32', () => {
    const N = 50_000;
    const program = compile(parsed('b + *0'));
    for (let round = 0; round < 8; round++) {
      let seed = mix32(round + 1);
      const bits = (): number => (seed = mix32(seed + 1)) & 0x7fffff;
      const x = Float32Array.of(fromBits(0x3f800000 | bits()));
      // Products from about 2⁻²⁷ to 2⁻²⁰ of the bias, so that they decide how its last bit is rounded; or of subnormal sums.
      const scale = round < 6 ? 0 : -126;
      const weight = Float32Array.from({ length: N }, (_, j) => (j % 2 === 0 ? 1 : -1) * fromBits(0x3f800000 | (j % 3 === 0 ? bits() & 0x7ff000 : bits())) * 2 ** (scale - 20 - (j % 8)));
      const bias = Float32Array.from({ length: N }, (_, j) => fromBits(0x3f800000 | (j % 5 === 0 ? 0 : bits())) * 2 ** scale * (round === 7 ? 2 ** -(j % 20) : 1));
      const out = new Float32Array(N);
      engine.pack(weight, N, 1).run(program, { x, xOffset: 0, rows: 1, bias, out, outOffset: 0 });
      const wrong = out.findIndex((value, j) => !Object.is(value, fmaf(x[0]!, weight[j]!, bias[j]!)));
      expect(wrong).toBe(-1);
    }
  });

  it('passes its own test', () => {
    expect(selfTest(engine)).toBeNull();
  });
});

describe.each(ENGINES)('a plan by %s', (_, engine) => {
  const K = 24;
  const N = 100;
  const data = {
    inFeatures: K,
    outFeatures: N,
    rows: 2,
    x: Float32Array.from({ length: 2 * K }, (_, i) => Math.fround(Math.sin(i + 1))),
    weight: Float32Array.from({ length: N * K }, (_, i) => Math.fround(Math.cos(i * 3))),
    bias: Float32Array.from({ length: N }, (_, j) => Math.fround(j / 7)),
  };
  const sequential = makeFamily({ name: 'sequential' }, K, { fused: false, bias: 'last' });
  const reverse = makeFamily({ name: 'reverse' }, K, { fused: true, bias: 'first' });

  it('gives each range of outputs its own order, wherever the ranges begin and end', () => {
    const layer = prepareLayer(data, 'float32', engine);
    const whole = [sequential, reverse].map((order) => {
      const out = makeOutputs('float32', N);
      runPlan({ parts: [{ columns: [[0, N - 1]], method: { kind: 'order', order } }] }, layer, 1, out);
      return out;
    });
    const out = makeOutputs('float32', 2 * N);
    runPlan(
      { parts: [{ columns: [[0, 2], [5, 70], [99, 99]], method: { kind: 'order', order: sequential } }, { columns: [[3, 4], [71, 98]], method: { kind: 'order', order: reverse } }] },
      layer,
      1,
      out,
      N,
    );
    for (let j = 0; j < N; j++) expect(out[N + j]).toBe(whole[j === 3 || j === 4 || (j > 70 && j < 99) ? 1 : 0]![j]);
    expect(whole[0]).not.toEqual(whole[1]);
    expect(out.subarray(0, N).every((value) => value === 0)).toBe(true);
  });

  it('adds up in float64 by the same order when the format says so', () => {
    const layer = prepareLayer(data, 'float64');
    const out = makeOutputs('float64', N);
    runPlan({ parts: [{ columns: [[0, N - 1]], method: { kind: 'order', order: parsed(`${Array.from({ length: K }, (_, k) => K - 1 - k).join(' + ')} + b`) } }] }, layer, 0, out);
    let sum = data.x[K - 1]! * data.weight[K - 1]!;
    for (let k = K - 2; k >= 0; k--) sum += data.x[k]! * data.weight[k]!;
    expect(out[0]).toBe(sum + data.bias[0]!);
  });
});

describe('sums that are not trees', () => {
  const x = Float32Array.of(1, 2 ** 25, 1, -(2 ** 25), 3);
  const w = new Float32Array(5).fill(1);
  it.each([
    ['ascending', 4],
    ['descending', 5],
    ['kahan', 3],
    ['neumaier', 5],
    ['float64', 5],
    ['exact', 5],
  ] as const)('%s adds 1 + 2²⁵ + 1 − 2²⁵ + 3 to %d', (name, wanted) => {
    expect(otherSum(name, x, 0, w, 0, 5, null)).toBe(wanted);
  });

  it('takes the bias as one more term, and no products as zero', () => {
    expect(otherSum('neumaier', x, 0, w, 0, 5, -5)).toBe(0);
    for (const name of ['ascending', 'descending', 'kahan', 'neumaier', 'float64', 'exact'] as const) {
      expect(otherSum(name, x, 0, w, 0, 0, null)).toBe(0);
      expect(otherSum(name, x, 0, w, 0, 0, 7)).toBe(7);
    }
  });

  it('is within 2u·Σ|x·w| for the compensated ones', () => {
    fc.assert(
      fc.property(floats(tame, 200), floats(tame, 200), (a, b) => {
        const scale = absDot(a, 0, b, 0, 200, 0);
        const exact = exactDot(a, 0, b, 0, 200, 0);
        // Products are rounded first: u·Σ|x·w|; then 2u + O(K·u²) for Kahan and Neumaier (Higham 2002, §4.3).
        for (const name of ['kahan', 'neumaier'] as const) expect(Math.abs(otherSum(name, a, 0, b, 0, 200, null) - exact)).toBeLessThanOrEqual(scale * 3.01 * 2 ** -24);
      }),
    );
  });
});
