import { mix32 } from '../orders/hash';
import type { Program } from '../orders/compile';
import { compile } from '../orders/compile';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { fromBits } from '../numerics/float32';
import type { Engine } from './engine';
import { FROUND } from './fround-engine';

/** Outputs, products and rows: just below and above a strip, a group of vectors, a pair of rows. */
const SIZES: readonly (readonly [N: number, K: number, rows: number])[] = [
  [1, 1, 1],
  [16, 37, 3],
  [67, 96, 2],
];

const FAMILIES: readonly FamilySpec[] = [{ name: 'sequential' }, { name: 'pairwise', base: 1 }, { name: 'lanes', lanes: 8, combine: 'pairwise' }, { name: 'shuffled', seed: 5 }];

/** Corner cases of IEEE arithmetic: zeros, subnormals, overflow, infinities, NaN. */
const SPECIAL = Float32Array.of(0, -0, 1, -1, 2 ** -149, -(2 ** -126), 2 ** -75, 2 ** 64, -(2 ** 127), Infinity, -Infinity, NaN, 1 + 2 ** -23, 2 ** -100);

/** The numbers of a test: of similar size; of any size, so that sums round, underflow and overflow; or special. */
const NUMBERS = ['alike', 'any', 'special'] as const;

/** Programs of K products, and what to call them. */
export type ProgramsFor = (K: number) => readonly (readonly [name: string, program: Program])[];

/**
 * Runs programs on both engines and compares the bits of each output.
 *
 * @returns null if all agree, or the first difference in a sentence
 */
export function selfTest(engine: Engine, reference: Engine = FROUND, programs: ProgramsFor = plainPrograms): string | null {
  for (const [N, K, rows] of SIZES) {
    for (const [index, numbers] of NUMBERS.entries()) {
      let seed = mix32(N * 1000 + index);
      const draw = (): number => numberOf(numbers, (seed = mix32(seed + 1)));
      const x = Float32Array.from({ length: K * rows }, draw);
      const weight = Float32Array.from({ length: N * K }, draw);
      const bias = Float32Array.from({ length: N }, draw);
      const [one, other] = [engine.pack(weight, N, K), reference.pack(weight, N, K)];
      for (const [name, program] of programs(K)) {
        const [got, wanted] = [new Float32Array(N * rows), new Float32Array(N * rows)];
        one.run(program, { x, xOffset: 0, rows, bias, out: got, outOffset: 0 });
        other.run(program, { x, xOffset: 0, rows, bias, out: wanted, outOffset: 0 });
        const at = wanted.findIndex((value, i) => !Object.is(value, got[i]));
        if (at >= 0) return `${engine.name} gives ${got[at]} where ${reference.name} gives ${wanted[at]} (${name}, ${K} products, output ${at % N})`;
      }
      const [got, wanted] = [one.sizes(x, 0, bias), other.sizes(x, 0, bias)];
      const at = wanted.findIndex((value, i) => !Object.is(value, got[i]));
      if (at >= 0) return `${engine.name} measures ${got[at]} where ${reference.name} measures ${wanted[at]} (output ${at})`;
    }
  }
  return null;
}

/** Programs with every instruction but those of groups between them. */
export function plainPrograms(K: number): (readonly [name: string, program: Program])[] {
  return FAMILIES.flatMap((family) => [false, true].map((fused) => [`${family.name}${fused ? ', fused' : ''}`, compile(makeFamily(family, K, { fused, bias: fused ? 'after-first-block' : 'last' }))] as const));
}

function numberOf(kind: (typeof NUMBERS)[number], bits: number): number {
  if (kind === 'special') return SPECIAL[(bits >>> 0) % SPECIAL.length]!;
  // Exponents from 2⁻⁷⁶ to 2⁵¹, so that products reach beyond both ends of float32; or the binade of 1.
  const exponent = kind === 'any' ? 51 + ((bits >>> 8) & 0x7f) : 127;
  return fromBits((bits & 0x807fffff) | (exponent << 23));
}
