import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/engines';
import type { Engine, PackedWeights } from './engine';
import { FROUND } from './fround-engine';
import { enginesWithAdders, FROUND_WITH_ADDERS, groupPrograms, wasmWithAdders } from './groups';
import { pickEngine } from './pick-engine';
import { wasmEngine } from './wasm-engine';

/** An engine that is wrong in one bit, somewhere. */
function spoiled(engine: Engine, where: (out: Float32Array) => number | null): Engine {
  return {
    ...engine,
    pack: (weight, N, K) => {
      const packed = engine.pack(weight, N, K);
      const run: PackedWeights['run'] = (program, rows, strips) => {
        packed.run(program, rows, strips);
        const at = where(rows.out);
        if (at !== null && Number.isFinite(rows.out[at])) {
          const bits = new Uint32Array(rows.out.buffer, rows.out.byteOffset, rows.out.length);
          bits[at]! ^= 1;
        }
      };
      return { engine: packed.engine, inFeatures: K, outFeatures: N, strip: packed.strip, piece: packed.piece, sizes: packed.sizes, run };
    },
  };
}

describe('the engine that is picked', () => {
  it('is WebAssembly where that passes its test', () => {
    const { engine, why } = pickEngine();
    expect([engine.name, why]).toEqual(['wasm', null]);
  });

  it('is the one that emulates fused products where relaxed ones round twice', () => {
    const exact = wasmEngine('exact');
    // A machine without a fused multiply-add rounds the product.
    const unfused: Engine = { name: 'wasm', pack: (weight, N, K) => {
      const packed = exact.pack(weight, N, K);
      const run: PackedWeights['run'] = (program, rows, strips) => packed.run({ ...program, ops: program.ops.map((op, i) => (i % 3 > 0 ? op : op === 5 ? 4 : op === 7 ? 6 : op)) }, rows, strips);
      return { engine: 'wasm', inFeatures: K, outFeatures: N, strip: packed.strip, piece: packed.piece, sizes: (...of) => packed.sizes(...of), run };
    } };
    const { engine, why } = pickEngine((fusing) => (fusing === 'relaxed' ? unfused : exact));
    expect(engine).toBe(exact);
    expect(why).toBeNull();
  });

  it.each(ENGINES.slice(1))('is Math.fround, with the reason, where %s has one other bit', (_, wasm) => {
    for (const where of [() => 0, (out: Float32Array) => out.length - 1]) {
      const { engine, why } = pickEngine(() => spoiled(wasm, where));
      expect(engine).toBe(FROUND);
      expect(why).toMatch(/^WebAssembly failed its test here: wasm gives .* where fround gives .*, output \d+\)\.$/);
    }
  });

  it('has adders where orders have groups, and is then tested on these', () => {
    const { fastest, fround } = enginesWithAdders();
    expect([fastest.engine.name, fastest.why]).toEqual(['wasm', null]);
    expect(fround).toEqual({ engine: FROUND_WITH_ADDERS, why: null });
    const wrong = pickEngine(() => spoiled(wasmWithAdders('exact'), () => 0), FROUND_WITH_ADDERS, groupPrograms);
    expect(wrong.engine).toBe(FROUND_WITH_ADDERS);
    expect(wrong.why).toMatch(/^WebAssembly failed its test here: .*groups on h100/);
  });

  it('is Math.fround, with the reason, where there is no WebAssembly, or a policy forbids it', () => {
    const { engine, why } = pickEngine(() => {
      throw new EvalError('Refused to compile.');
    });
    expect(engine).toBe(FROUND);
    expect(why).toBe('WebAssembly SIMD can’t be had here: Refused to compile.');
  });
});
