import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { GrowthPoint, GrowthSpec } from './growth';
import { growth } from './growth';
import { growthStrip, stripMethods } from './growth-strip';
import { makeLayer } from '../linear/make-layer';
import type { MethodSpec } from './method-spec';
import { runToEnd } from './step';
import { ENGINES } from '../testing/engines';
import { newExperimentContext } from './experiment-context';
import { notation } from '../testing/chosen-schedule';

const { fround } = Math;
const family = (spec: Extract<MethodSpec, { kind: 'family' }>['family']): MethodSpec => ({ kind: 'family', family: spec, fused: false, bias: 'none' });

const METHODS = [
  { id: 'sequential', method: family({ name: 'sequential' }) },
  { id: 'pairwise', method: family({ name: 'pairwise', base: 1 }) },
  { id: 'kahan', method: { kind: 'other', name: 'kahan' } },
  { id: 'exact', method: { kind: 'other', name: 'exact' } },
] as const;

/** The last step of a generator that only reports progress. */
function ended<T>(work: Generator<void, T, void>): { readonly value: T } {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next;
  }
}

const spec: GrowthSpec = { source: { kind: 'uniform' }, methods: METHODS, maxExponent: 10, pointsPerOctave: 1, trials: 20, seed: 1 };

describe('growth of the error', () => {
  it('goes from one product up, a point for each K, and ends with all of the work done', () => {
    const steps = [...growth(spec)];
    const points = steps.flatMap((step) => (step.kind === 'partial' ? [step.value] : []));
    expect(points.map(({ K }) => K)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
    expect(points.every(({ errors }) => errors.map(({ id }) => id).join() === 'sequential,pairwise,kahan,exact')).toBe(true);
    const last = steps.at(-1);
    expect(last?.kind === 'progress' && last.done === last.total).toBe(true);
  });

  it('keeps every error within its tree’s own bound, quantiles in order', () => {
    const kinds = ['uniform', 'normal', 'positive', 'cancelling'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.boolean(), (kind, seed, fused) => {
        const source = kind === 'cancelling' ? { kind, condition: 1e9 } : { kind };
        const methods = METHODS.map(({ id, method }) => ({ id, method: method.kind === 'family' ? { ...method, fused } : method }));
        for (const { errors } of runToEnd(growth({ ...spec, source, methods, seed, maxExponent: 8, trials: 9 })).values) {
          for (const { median, q10, q90, max, bound } of errors) {
            expect(q10 <= median && median <= q90 && q90 <= max).toBe(true);
            // A first-order bound in u: the remainder is below a thousandth here.
            if (bound !== null) expect(max).toBeLessThanOrEqual(bound * 1.001);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('knows heights: K for one by one, log₂K + 1 for halves, none for what is not a tree', () => {
    const point = runToEnd(growth(spec)).values.find(({ K }) => K === 1024);
    expect(point?.errors.map(({ bound }) => bound && bound * 2 ** 24)).toEqual([1024, 11, null, null]);
    expect(point?.errors[0]?.probabilistic).toBe(32 * 2 ** -24);
  });

  it('shows what it is for: one by one is worse than halves, and those worse than exact', () => {
    const point = runToEnd(growth({ ...spec, source: { kind: 'positive' }, trials: 40 })).values.at(-1);
    const [sequential, pairwise, kahan, exact] = point!.errors.map(({ median }) => median);
    expect(sequential).toBeGreaterThan(pairwise!);
    expect(pairwise).toBeGreaterThan(exact!);
    expect(kahan).toBeLessThan(2 * 2 ** -24);
    expect(exact).toBeLessThanOrEqual(2 ** -24);
  });

  it('has the condition number that was asked for, and 1 for positive data', () => {
    const cancelling = runToEnd(growth({ ...spec, source: { kind: 'cancelling', condition: 1e6 } })).values.at(-1)!;
    expect(cancelling.condition).toBeGreaterThan(4e5);
    expect(cancelling.condition).toBeLessThan(2.1e6);
    expect(runToEnd(growth({ ...spec, source: { kind: 'positive' } })).values.at(-1)?.condition).toBeCloseTo(1, 12);
  });

  it('gives a K the same numbers on a finer grid, and other numbers for another seed', () => {
    const at1024 = (of: Partial<GrowthSpec>) => runToEnd(growth({ ...spec, ...of })).values.find(({ K }) => K === 1024);
    expect(at1024({ pointsPerOctave: 3 })).toEqual(at1024({}));
    expect(at1024({ seed: 2 })).not.toEqual(at1024({}));
  });

  it('begins with the octaves, and is the same points however many workers share it', () => {
    const finer = { ...spec, pointsPerOctave: 3, trials: 5 };
    const whole = runToEnd(growth(finer)).values;
    expect(whole.slice(0, 11).map(({ K }) => K)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
    const byK = (points: readonly GrowthPoint[]) => [...points].sort((a, b) => a.K - b.K);
    for (const of of [2, 3]) {
      const shares = Array.from({ length: of }, (_, at) => runToEnd(growth({ ...finer, share: { at, of } })).values);
      expect(byK(shares.flat())).toEqual(byK(whole));
    }
  });

  it.each(ENGINES.slice(1))('is the same by %s', (_, engine) => {
    const odd = { ...spec, trials: 21, maxExponent: 7, source: { kind: 'cancelling', condition: 1e4 } as const };
    expect(runToEnd(growth(odd, newExperimentContext(engine)))).toEqual(runToEnd(growth(odd)));
  });

  it('leaves out a method at the K that it does not fit', () => {
    const methods = [{ id: 'typed', method: notation('3,2,1,0') }];
    const points = runToEnd(growth({ ...spec, methods, maxExponent: 3 })).values;
    expect(points.map(({ errors }) => errors.length)).toEqual([0, 0, 1, 0]);
  });
});

describe('a strip of trials', () => {
  it('yields after each tree that it makes', () => {
    expect([...stripMethods(METHODS, 100)]).toHaveLength(METHODS.length);
  });

  it('measures (computed − exact) / Σ|x·w| as loops over integers find it', () => {
    const K = 100;
    const next = ended(growthStrip({ kind: 'uniform' }, ended(stripMethods(METHODS, K)).value, K, 5, 77));
    const { x, weight } = makeLayer({ kind: 'uniform', seed: 77 }, { inFeatures: K, outFeatures: 5, rows: 1, bias: false });
    for (let j = 0; j < 5; j++) {
      let sum = fround(x[0]! * weight[j * K]!);
      // Uniform data are multiples of 2⁻²³, so products are integers times 2⁻⁴⁶.
      let exact = 0n;
      let size = 0n;
      for (let k = 0; k < K; k++) {
        const product = BigInt(x[k]! * 2 ** 23) * BigInt(weight[j * K + k]! * 2 ** 23);
        exact += product;
        size += product < 0n ? -product : product;
        if (k > 0) sum = fround(sum + fround(x[k]! * weight[j * K + k]!));
      }
      const off = BigInt(sum * 2 ** 46) - exact;
      const expected = (Number(off) / Number(size)) * (exact < 0n ? -1 : 1);
      expect(Math.abs(next.value.errors[0]![j]! - expected)).toBeLessThanOrEqual(2 ** -50);
      expect(next.value.conditions[j]).toBeCloseTo(Number(size) / Math.abs(Number(exact)), 6);
    }
  });
});
