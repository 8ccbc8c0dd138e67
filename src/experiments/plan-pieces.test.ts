import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexRange } from '../linear/index-ranges';
import { makeFamily } from '../orders/families';
import { planPieces } from './plan-pieces';

describe('the pieces of a plan', () => {
  it('are the plan itself for a layer of everyday size', () => {
    const order = makeFamily({ name: 'sequential' }, 768, { fused: false, bias: 'none' });
    const plan = { parts: [{ columns: [[0, 767]] as const, method: { kind: 'order', order } as const }] };
    expect(planPieces(plan, 768, 768, 2 ** 20)).toEqual([plan]);
  });

  it('compute each output once, by its own method, no piece long', () => {
    const size = fc.integer({ min: 1, max: 4096 });
    fc.assert(
      fc.property(size, size, fc.nat(4095), (K, N, cut) => {
        const stripes: IndexRange[] = cut + 1 < N ? [[cut + 1, N - 1]] : [];
        const methods = [{ columns: [[0, Math.min(cut, N - 1)]] as const, method: { kind: 'other', name: 'kahan' } as const }, { columns: stripes, method: { kind: 'other', name: 'exact' } as const }];
        const computed: string[] = Array<string>(N).fill('');
        for (const { parts } of planPieces({ parts: methods }, K, N, 2 ** 24)) {
          let outputs = 0;
          for (const { columns, method } of parts) {
            for (const [from, to] of columns) for (let j = from; j <= to; j++, outputs++) computed[j] += method.kind === 'other' ? method.name : 'order';
          }
          expect(outputs * K).toBeLessThanOrEqual(Math.max(2 ** 16, 64 * K));
        }
        expect(computed).toEqual(Array.from({ length: N }, (_, j) => (j <= cut ? 'kahan' : 'exact')));
      }),
    );
  });
});
