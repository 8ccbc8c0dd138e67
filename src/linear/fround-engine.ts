import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import type { Engine, PackedWeights } from './engine';
import { noAdders } from './engine';
import type { JoinGroup } from './kernel';
import { LANES, runStrip } from './kernel';
import { packStrips } from './pack-strips';

/** Widest strip: wide enough that an instruction costs little per output, narrow enough for the cache (npm run bench). */
const WIDEST_STRIP = 64;

/** JavaScript takes about two milliseconds for these. */
export const SCALAR_PIECE = 2 ** 20;

/** How an adder joins the products of a group, numbers of a format. */
export type JoinsOf = (adder: AdderName, format: FactorFormat) => JoinGroup;

/**
 * The reference: the engine that the page explains and every other engine is checked against. It runs everywhere.
 *
 * @param joinsOf for programs with groups; `noAdders` if it is to refuse these
 */
export function froundEngine(joinsOf: JoinsOf): Engine {
  return { name: 'fround', pack: (weight, outFeatures, inFeatures, format = 'tf32') => pack(weight, outFeatures, inFeatures, (adder) => joinsOf(adder, format)) };
}

/** Without adders, which come with `FROUND_WITH_ADDERS` (groups.ts). */
export const FROUND: Engine = froundEngine(noAdders);

function pack(weight: Float32Array, outFeatures: number, inFeatures: number, joinOf: (adder: AdderName) => JoinGroup): PackedWeights {
  const strip = Math.min(WIDEST_STRIP, Math.ceil(outFeatures / LANES) * LANES);
  const data = packStrips(weight, outFeatures, inFeatures, strip);
  return {
    engine: 'fround',
    inFeatures,
    outFeatures,
    strip,
    piece: SCALAR_PIECE,
    run: (program, { x, xOffset, rows, bias, out, outOffset }, [first, last] = [0, Math.ceil(outFeatures / strip) - 1]) => {
      const sums = new Float32Array((program.depth + 1) * strip);
      const biasStrip = new Float32Array(strip);
      const joinGroup = program.adder === null ? null : joinOf(program.adder);
      for (let s = first; s <= last; s++) {
        const from = s * strip;
        const used = Math.min(strip, outFeatures - from);
        if (bias !== null) biasStrip.set(bias.subarray(from, from + used));
        for (let row = 0; row < rows; row++) {
          const at = xOffset + row * inFeatures;
          runStrip(program, x.subarray(at, at + inFeatures), data, s * inFeatures * strip, strip, biasStrip, sums, joinGroup);
          out.set(sums.subarray(0, used), outOffset + row * outFeatures + from);
        }
      }
    },
    sizes: (x, xOffset, bias) => {
      const sums = new Float64Array(Math.ceil(outFeatures / strip) * strip);
      for (let from = 0; from < outFeatures; from += strip) {
        for (let j = from; j < Math.min(from + strip, outFeatures); j++) sums[j] = Math.abs(bias?.[j] ?? 0);
        for (let k = 0, p = from * inFeatures; k < inFeatures; k++) {
          const xk = x[xOffset + k]!;
          for (let j = from; j < from + strip; j++, p++) sums[j] = sums[j]! + Math.abs(xk * data[p]!);
        }
      }
      return sums.slice(0, outFeatures);
    },
  };
}
