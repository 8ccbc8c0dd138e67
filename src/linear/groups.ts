import type { AdderName } from '../numerics/group-sizes';
import { ADDERS, LEAST_EXPONENTS } from '../numerics/adders';
import type { FactorFormat } from '../numerics/formats';
import { multiTermAdd, stepRoundoff } from '../numerics/multi-term-add';
import type { Program } from '../orders/compile';
import { compile } from '../orders/compile';
import { OrderBuilder } from '../orders/order-builder';
import type { Engine } from './engine';
import { froundEngine } from './fround-engine';
import type { PickedEngine } from './pick-engine';
import { pickEngine } from './pick-engine';
import type { AdderSettings, Fusing } from './wasm-engine';
import { wasmEngine } from './wasm-engine';
import { EXACT, RELAXED } from './wasm/kernel-groups-bytes';

/** The reference with every adder, so that it runs programs with groups. */
export const FROUND_WITH_ADDERS = withRoundoff(froundEngine((adder, format) => (leaves, from, to, x, w, base, strip, sums, top) => {
  const a = Float32Array.from({ length: to - from }, (_, i) => x[leaves[from + i]!]!);
  const b = new Float32Array(to - from);
  for (let j = 0; j < strip; j++) {
    for (let i = from; i < to; i++) b[i - from] = w[base + leaves[i]! * strip + j]!;
    sums[top + j] = multiTermAdd(ADDERS[adder], format, a, b, sums[top + j]!);
  }
}));

/** The engine on WebAssembly with every adder. */
export function wasmWithAdders(fusing: Fusing): Engine {
  return withRoundoff(wasmEngine(fusing, { bytes: fusing === 'relaxed' ? RELAXED : EXACT, settingsOf }));
}

function withRoundoff(engine: Engine): Engine {
  return { ...engine, roundoff: (adder, count) => stepRoundoff(ADDERS[adder], count) };
}

function settingsOf(name: AdderName, format: FactorFormat): AdderSettings {
  const { fractionBits, resultBits, joins, accumulator } = ADDERS[name];
  return [fractionBits, resultBits, LEAST_EXPONENTS[format], joins === 'afterwards', accumulator === 'float16', format === 'tf32' ? 0xffffe000 : 0xffffffff];
}

/** The engines for orders with groups: the fastest that passed its test on this machine, and the reference. */
export interface EnginesWithAdders {
  readonly fastest: PickedEngine;
  readonly fround: PickedEngine;
}

/** Picks and tests the engines for orders with groups. This script loads when such an order is first computed. */
export function enginesWithAdders(): EnginesWithAdders {
  return { fastest: pickEngine(wasmWithAdders, FROUND_WITH_ADDERS, groupPrograms), fround: { engine: FROUND_WITH_ADDERS, why: null } };
}

/** One that takes its accumulator as a term, one that adds it afterwards, one that rounds to float16. */
const TESTED: readonly AdderName[] = ['h100', 'b200-fp8', 'v100-acc16'];

/** Programs with groups for the test of an engine. */
export function groupPrograms(K: number): (readonly [name: string, program: Program])[] {
  // The reference takes some fifty times as long for a product in a group, and a small layer has every case of them.
  if (K > 64) return [];
  return TESTED.map((adder) => {
    const builder = new OrderBuilder(adder);
    const half = Math.ceil(K / 2);
    builder.bias();
    builder.groups(0, 1, half, 16);
    if (half < K) {
      builder.open();
      builder.groups(half, 1, K - half, 16);
      builder.close();
    }
    return [`groups on ${adder}`, compile(builder.finish())];
  });
}
