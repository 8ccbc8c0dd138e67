import { describe, expect, it } from 'vitest';
import type { Activation } from '../linear/activation';
import type { NetworkSpec } from '../linear/network';
import fixture from '../linear/fixtures/network.json';
import type { FlipsSpec } from './flips';
import { flips } from './flips';
import { runToEnd } from './step';

const schedule = { kind: 'pattern', name: 'pytorch-2.13' } as const;

function run(spec: FlipsSpec): { gap: number[]; lead: number[]; flipped: number[] } {
  const { values, problem } = runToEnd(flips(spec));
  expect(problem).toBeNull();
  const chunks = values.flatMap((piece) => (piece.kind === 'chunk' ? [piece.chunk] : []));
  return { gap: chunks.flatMap(({ gap }) => [...gap]), lead: chunks.flatMap(({ lead }) => [...lead]), flipped: chunks.flatMap(({ flipped }) => [...flipped]) };
}

describe('flips', () => {
  for (const found of fixture.networks) {
    const { width, depth, residual, seed } = found;
    const network: NetworkSpec = { width, depth, residual, seed, activation: found.activation as Activation, start: found.start as NetworkSpec['start'], between: found.kept as NetworkSpec['between'] };

    it(`finds the leads that NumPy finds, of ${width} outputs kept as ${found.kept}`, () => {
      const { gap, lead, flipped } = run({ network, schedule, batch: 16, inputs: found.found.length, sought: 0 });
      expect(flipped).toEqual(found.found.map((expected) => expected.flipped));
      found.found.forEach((expected, i) => {
        expect(Math.abs(gap[i]! - expected.gap)).toBeLessThanOrEqual(1e-14 * Math.abs(expected.gap));
        expect(Math.abs(lead[i]! - expected.lead)).toBeLessThanOrEqual(1e-14 * Math.abs(expected.lead));
      });
    });
  }

  const rounded: NetworkSpec = { width: 64, depth: 4, activation: 'gelu', residual: false, start: 'normal', seed: 72, between: 'bfloat16' };

  it('flips exactly where another output has overtaken the winner, and so only where the change is as large as the gap', () => {
    const { gap, lead, flipped } = run({ network: { ...rounded, between: 'float32' }, schedule, batch: 16, inputs: 0, sought: 54 });
    expect(flipped.filter((one) => one === 1).length).toBeGreaterThan(3);
    expect(Math.min(...gap)).toBeLessThan(1e-6);
    flipped.forEach((one, i) => {
      if (lead[i] !== 0) expect(one).toBe(lead[i]! < 0 ? 1 : 0);
      if (one === 1) expect(Math.abs(lead[i]! - gap[i]!)).toBeGreaterThanOrEqual(gap[i]!);
    });
  });

  it('has the same first inputs however many are asked for', () => {
    const few = run({ network: rounded, schedule, batch: 16, inputs: 3, sought: 0 });
    expect(run({ network: rounded, schedule, batch: 16, inputs: 60, sought: 0 }).gap.slice(0, 3)).toEqual(few.gap);
  });
});
