import { FROUND } from '../linear/fround-engine';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Activation } from '../linear/activation';
import { handOn, networkInputs, networkLayers } from '../linear/network';
import type { NetworkSpec } from '../linear/network';
import fixture from '../linear/fixtures/network.json';
import type { DepthLayer } from './depth';
import { depth } from './depth';
import { layerSums, networkPlans, prepareNetworkLayer } from './network-plans';
import { runToEnd } from './step';

const schedule = { kind: 'pattern', name: 'pytorch-2.13' } as const;

function specOf(found: (typeof fixture.networks)[number]): NetworkSpec {
  const { width, depth, residual, seed } = found;
  return { width, depth, residual, seed, activation: found.activation as Activation, start: found.start as NetworkSpec['start'], between: found.kept as NetworkSpec['between'] };
}

function layersOf(network: NetworkSpec, batch = 16): DepthLayer[] {
  const { values, problem } = runToEnd(depth({ network, schedule, batch }));
  expect(problem).toBeNull();
  return values.flatMap((piece) => (piece.kind === 'layer' ? [piece.layer] : []));
}

function sha(values: Float32Array): string {
  return createHash('sha256').update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)).digest('hex');
}

describe('depth', () => {
  for (const found of fixture.networks) {
    const network = specOf(found);
    const name = `${network.depth} layers of ${network.width}, ${network.activation}, ${network.start} start, ${network.between}`;

    it(`has the bits of every layer that loops of np.float32 have, in both orders: ${name}`, () => {
      const plans = networkPlans({ network, schedule, batch: 16 });
      if (!plans.ok) throw new Error(plans.error.message);
      const inputs = networkInputs(network);
      for (const expected of found.found) {
        for (const call of ['alone', 'together'] as const) {
          let input = inputsOf(inputs, call);
          [...networkLayers(network)].forEach((numbers, at) => {
            const sums = layerSums(plans.value[call], prepareNetworkLayer(FROUND, network.width, numbers), input);
            expect(sha(sums), `${call}, layer ${at + 1}`).toBe(expected[call][at]);
            input = handOn(network, sums, input);
          });
        }
      }
    });

    it(`measures what NumPy measures: ${name}`, () => {
      const layers = layersOf(network);
      expect(layers.map(({ differing }) => differing)).toEqual(found.found[0]!.layers.map(({ differing }) => differing));
      for (const [at, { median, max }] of found.found[0]!.layers.entries()) {
        // The two programs sum the squares for the scale in different orders.
        expect(Math.abs(layers[at]!.median - median)).toBeLessThanOrEqual(1e-14 * median);
        expect(Math.abs(layers[at]!.max - max)).toBeLessThanOrEqual(1e-14 * max);
      }
    });
  }

  it('finds no difference where both calls are added up alike', () => {
    const network = specOf(fixture.networks[0]!);
    const alike = { kind: 'pattern', name: 'openblas-0.3.21' } as const;
    const { values } = runToEnd(depth({ network, schedule: alike, batch: 8 }));
    for (const piece of values) if (piece.kind === 'layer') expect(piece.layer).toMatchObject({ differing: 0, median: 0, max: 0 });
  });

  it('stays between 10⁻⁸ and 10⁻⁵ through 20 GELU layers of 256, whether it grows or shrinks', () => {
    const network = { width: 256, depth: 20, activation: 'gelu', residual: false, seed: 72, between: 'float32' } as const;
    const normal = layersOf({ ...network, start: 'normal' });
    const torch = layersOf({ ...network, start: 'torch' });
    for (const { median, max, error } of [...normal, ...torch]) {
      expect(median).toBeGreaterThan(1e-8);
      expect(max).toBeLessThan(1e-5);
      expect(error).toBeLessThan(1e-6);
    }
    expect(normal[19]!.median).toBeGreaterThan(normal[0]!.median);
    expect(torch[19]!.median).toBeLessThan(torch[0]!.median);
  });

  it('says why it can’t be done for a width that no order was carried over to', () => {
    const network = { ...specOf(fixture.networks[0]!), width: 8 };
    expect(runToEnd(depth({ network, schedule, batch: 16 })).problem?.message).toMatch(/16 products/);
  });
});

let kept: Float32Array = new Float32Array();

/** The same input for both calls. */
function inputsOf(inputs: Generator<Float32Array, never, void>, call: 'alone' | 'together'): Float32Array {
  if (call === 'alone') kept = inputs.next().value;
  return kept;
}
