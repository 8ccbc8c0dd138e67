import type { AdderName } from '../numerics/adders';
import type { FactorFormat } from '../numerics/formats';
import type { Program } from '../orders/compile';
import type { GroupAddition } from '../orders/trace-order';
import type { Engine, PackedWeights } from './engine';
import { LANES, runStrip } from './kernel';
import { packStrips } from './pack-strips';

/** Widest strip: wide enough that an instruction costs little per output, narrow enough for the cache (npm run bench). */
const WIDEST_STRIP = 64;

/** JavaScript takes about two milliseconds for these. */
export const SCALAR_PIECE = 2 ** 20;

/** How an adder adds numbers of a format. */
export type AdditionOf = (adder: AdderName, format: FactorFormat) => GroupAddition;

/**
 * The reference: the engine that the page explains and every other engine is checked against. It runs everywhere.
 *
 * @param additionOf for programs with groups; without it, such a program is a RangeError
 */
export function froundEngine(additionOf: AdditionOf | null): Engine {
  return { name: 'fround', pack: (weight, outFeatures, inFeatures, format = 'tf32') => pack(weight, outFeatures, inFeatures, (program) => groupAddition(program, format, additionOf)) };
}

/** Without adders, which so load only with `FROUND_WITH_ADDERS`. */
export const FROUND: Engine = froundEngine(null);

function groupAddition({ adder }: Program, format: FactorFormat, additionOf: AdditionOf | null): GroupAddition | null {
  if (adder === null) return null;
  if (additionOf === null) throw new RangeError(`This engine has no adders, so it can’t add groups on ${adder}.`);
  return additionOf(adder, format);
}

function pack(weight: Float32Array, outFeatures: number, inFeatures: number, additionOf: (program: Program) => GroupAddition | null): PackedWeights {
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
      const addGroup = additionOf(program);
      for (let s = first; s <= last; s++) {
        const from = s * strip;
        const used = Math.min(strip, outFeatures - from);
        if (bias !== null) biasStrip.set(bias.subarray(from, from + used));
        for (let row = 0; row < rows; row++) {
          const at = xOffset + row * inFeatures;
          runStrip(program, x.subarray(at, at + inFeatures), data, s * inFeatures * strip, strip, biasStrip, sums, addGroup);
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
