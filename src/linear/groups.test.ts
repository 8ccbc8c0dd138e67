import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adder } from '../numerics/adders';
import type { AdderName } from '../numerics/group-sizes';
import { ADDER_NAMES } from '../numerics/group-sizes';
import { ADDERS } from '../numerics/adders';
import { fromBits } from '../numerics/float32';
import { roundToFactor } from '../numerics/float8';
import type { FactorFormat } from '../numerics/formats';
import { roundToFloat16 } from '../numerics/formats';
import { multiTermAdd, resultBitsOf } from '../numerics/multi-term-add';
import { compile } from '../orders/compile';
import type { Order } from '../orders/order';
import { parseOrder } from '../orders/parse-order';
import type { GroupAddition } from '../orders/trace-order';
import { arbitraryGroups, bracketedGroups, evaluateGroups } from '../testing/arbitrary-groups';
import { ENGINES } from '../testing/engines';
import { MULTI_TERM_CASES } from '../testing/multi-term-cases';
import { FROUND } from './fround-engine';
import { prepareLayer, runPlan } from './run-plan';
import { wasmEngine } from './wasm-engine';

function parsed(text: string, adder: AdderName): Order {
  const result = parseOrder(text, { adder });
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

const KINDS = ADDER_NAMES.flatMap((name) => Object.keys(ADDERS[name].groupSizes).map((format) => [name, format as FactorFormat] as const));

/** Numbers of a format: alike, of any size, and special ones. */
function numbers(format: FactorFormat, length: number): fc.Arbitrary<Float32Array> {
  const alike = fc.float({ noNaN: true, min: -4, max: 4 });
  const any = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits);
  const apart = fc.tuple(fc.integer({ min: -255, max: 255 }), fc.integer({ min: -40, max: 20 })).map(([m, e]) => m * 2 ** e);
  const special = fc.constantFrom(0, -0, 1, Infinity, -Infinity, NaN, 2 ** -149, 2 ** -126, 2 ** -24, 2 ** -9, 2 ** 15, 2 ** 127);
  const full = fc.constantFrom(2 - 2 ** -7, -(2 - 2 ** -7), 1.875, 1.75, 2 - 2 ** -10);
  const large = fc.tuple(fc.integer({ min: 128, max: 255 }), fc.integer({ min: 48, max: 57 })).map(([m, e]) => m * 2 ** e);
  const kinds = fc.constantFrom(alike, alike, apart, full, large, fc.oneof({ weight: 6, arbitrary: alike }, fc.constant(0), apart), fc.oneof({ weight: 30, arbitrary: alike }, special), any, fc.oneof(any, special));
  return kinds.chain((kind) => fc.array(kind, { minLength: length, maxLength: length })).map((values) => Float32Array.from(values, (value) => roundToFactor(format, value)));
}

const wild = fc.constantFrom(...KINDS).chain(([name, format]) =>
  fc.record({
    name: fc.constant(name),
    format: fc.constant(format),
    drawn: arbitraryGroups(40, (ADDERS[name] as Adder).groupSizes[format]),
    outputs: fc.integer({ min: 1, max: 40 }),
    rows: fc.integer({ min: 1, max: 3 }),
    xs: numbers(format, 120),
    weights: numbers(format, 333),
    bias: fc.oneof(fc.float({ min: -8, max: 8 }), fc.integer({ min: 0, max: 0xffffffff }).map(fromBits)).map((b) => (ADDERS[name].accumulator === 'float16' ? roundToFloat16(b) : b)),
  }),
);

it.each([FROUND, wasmEngine('exact')])('are refused by an engine that was made without adders', (engine) => {
  const run = (): void => engine.pack(Float32Array.of(1), 1, 1).run(compile(parsed('{0}', 'h100')), { x: Float32Array.of(1), xOffset: 0, rows: 1, bias: null, out: new Float32Array(1), outOffset: 0 });
  expect(run).toThrow(/h100/);
});

describe.each(ENGINES)('groups by %s', (_, engine) => {
  it('give every output the value of plain recursion, on every adder, for any numbers', () => {
    fc.assert(
      fc.property(wild, ({ name, format, drawn: { tree, products: K }, outputs: N, rows, xs, weights, bias }) => {
        const addGroup: GroupAddition = (a, b, c) => multiTermAdd(ADDERS[name], format, a, b, c);
        const x = xs.subarray(0, rows * K);
        const weight = Float32Array.from({ length: N * K }, (_, i) => weights[(i * 7) % weights.length]!);
        const out = new Float32Array(N * rows);
        engine.pack(weight, N, K, format).run(compile(parsed(bracketedGroups(tree), name)), { x, xOffset: 0, rows, bias: new Float32Array(N).fill(bias), out, outOffset: 0 });
        for (let i = 0; i < out.length; i++) {
          const [row, j] = [Math.floor(i / N), i % N];
          expect(out[i]).toBe(evaluateGroups(tree, x.subarray(row * K, (row + 1) * K), weight.subarray(j * K, (j + 1) * K), bias, addGroup));
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('give the bits of the fixture, in a layer of many outputs', () => {
    const wrong = MULTI_TERM_CASES.filter(({ name, format, a, b, c, d }) => {
      const K = a.length;
      const size = (ADDERS[name] as Adder).groupSizes[format]!;
      // Full vectors of one sum, since four outputs take the slow way together, and one of another.
      const N = 16;
      const weight = Float32Array.from({ length: N * K }, (_, i) => (i < (N - 1) * K ? b[i % K]! : 1));
      const out = new Float32Array(N);
      engine.pack(weight, N, K, format).run(compile(parsed(`b + {0..${K - 1}}*${size}`, name)), { x: Float32Array.from(a), xOffset: 0, rows: 1, bias: new Float32Array(N).fill(c), out, outOffset: 0 });
      return resultBitsOf(out[1]!) !== resultBitsOf(d);
    });
    expect(wrong).toEqual([]);
  });

  it('are taken as TF32 by a layer in float32, and in the format of the layer otherwise', () => {
    const data = { inFeatures: 2, outFeatures: 1, rows: 1, x: Float32Array.of(1 + 2 ** -11, 2 ** -24), weight: Float32Array.of(1, 1), bias: null };
    const plan = { parts: [{ columns: [[0, 0]] as [number, number][], method: { kind: 'order' as const, order: parsed('{0..1}', 'a100') } }] };
    const out = new Float32Array(1);
    runPlan(plan, prepareLayer(data, 'float32', engine), 0, out);
    expect(out[0]).toBe(1);
    // As float16, 2⁻²⁴ is a subnormal with the exponent −14.
    const tiny = { ...data, x: Float32Array.of(2 ** -24, 2 ** -14 * (1 - 2 ** -10)), weight: Float32Array.of(2 ** -14, 2 ** -24) };
    runPlan(plan, prepareLayer(tiny, 'float16', engine), 0, out);
    expect(out[0]).toBe(multiTermAdd(ADDERS.a100, 'float16', tiny.x, tiny.weight, 0));
    runPlan(plan, prepareLayer(tiny, 'bfloat16', engine), 0, out);
    expect(out[0]).toBe(multiTermAdd(ADDERS.a100, 'bfloat16', prepareLayer(tiny, 'bfloat16', engine).data.x, tiny.weight, 0));
  });

  it('are the same in one row and in many, whatever columns are wanted', () => {
    fc.assert(
      fc.property(numbers('bfloat16', 5 * 48), numbers('bfloat16', 70 * 48), (x, weight) => {
        const program = compile(parsed('{0..31}*16 + ({32..47}) + b', 'h100'));
        const packed = engine.pack(weight, 70, 48, 'bfloat16');
        const bias = Float32Array.from({ length: 70 }, (_, j) => j);
        const [all, one] = [new Float32Array(5 * 70), new Float32Array(70)];
        packed.run(program, { x, xOffset: 0, rows: 5, bias, out: all, outOffset: 0 });
        for (let row = 0; row < 5; row++) {
          packed.run(program, { x, xOffset: row * 48, rows: 1, bias, out: one, outOffset: 0 });
          expect([...all.subarray(row * 70, (row + 1) * 70)]).toEqual([...one]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
