import type { AdderName } from '../numerics/group-sizes';
import type { FactorFormat } from '../numerics/formats';
import type { Program } from '../orders/compile';
import type { Engine, PackedWeights, Rows, StripRange } from './engine';
import { noAdders } from './engine';
import { packStrips } from './pack-strips';
import { EXACT, RELAXED } from './wasm/kernel-bytes';

/** How products are fused: by relaxed SIMD where that fuses, or by emulation. */
export type Fusing = 'relaxed' | 'exact';

/** The exports of kernel.as.ts; addresses and sizes are in bytes, except for rows, K and strips. */
interface Kernel {
  readonly run: (ops: number, end: number, leaves: number, x: number, rows: number, K: number, w: number, shift: number, strips: number, bias: number, stack: number, out: number) => void;
  readonly sizes: (x: number, K: number, w: number, shift: number, strips: number, bias: number, out: number) => void;
}

/** What the kernel is told of an adder and a format. */
export type AdderSettings = readonly [fraction: number, result: number, least: number, afterwards: boolean, half: boolean, keep: number];

/** The exports of kernel-groups.as.ts. */
interface GroupsKernel {
  readonly joinGroup: () => void;
  readonly adder: (...settings: [...AdderSettings, rows: number, rowsTo: number, weightsTo: number]) => void;
  readonly exponents: (from: number, count: number, to: number) => void;
}

/** What programs with groups need; groups.ts has it. */
interface Adders {
  /** kernel-groups.as.ts, compiled. Base64. */
  readonly bytes: string;
  readonly settingsOf: (adder: AdderName, format: FactorFormat) => AdderSettings;
}

/** log₂ of the outputs per strip: eight vectors, or four if the layer has no more outputs than that. */
const WIDE = 5;
const NARROW = 4;
/** The most rows copied in at a time, and the most numbers in them: for the longest sums one row is enough. */
const MOST_ROWS = 16;
const MOST_INPUTS = 2 ** 18;
/** Bytes of a saved accumulator, eight vectors. */
const SAVED = 128;
/** Bytes that the kernel needs for joining a group, behind the saved accumulators. */
const PAD = 768;
const PAGE = 65536;
/** About two milliseconds. */
const PIECE = 2 ** 24;

/**
 * An engine on WebAssembly SIMD. Each layer has its own memory, which is freed with its weights.
 *
 * @param adders for programs with groups; without them, such a program is a RangeError
 * @throws WebAssembly.CompileError if the browser lacks the instructions, EvalError if a policy forbids WebAssembly
 */
export function wasmEngine(fusing: Fusing, adders: Adders | null = null): Engine {
  const module = compiled(fusing === 'relaxed' ? RELAXED : EXACT);
  const groups = adders && { module: compiled(adders.bytes), settingsOf: adders.settingsOf };
  return {
    name: 'wasm',
    pack: (weight, outFeatures, inFeatures, format = 'tf32') => new WasmWeights(module, groups, weight, outFeatures, inFeatures, format),
  };
}

function compiled(base64: string): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}

/** Weights, and room for rows, bias, outputs and a program, in one memory; the part that grows is at its end. */
class WasmWeights implements PackedWeights {
  readonly engine = 'wasm';
  readonly piece = PIECE;
  readonly strip: number;
  private readonly shift: number;
  private readonly strips: number;
  /** Rows that fit. */
  private readonly rows: number;
  private readonly memory: WebAssembly.Memory;
  private readonly kernel: Kernel;
  private readonly groupsKernel: GroupsKernel | null;
  private readonly bias: number;
  private readonly x: number;
  private readonly out: number;
  /** Where programs go: the part that grows. */
  private program: number;
  /** Where the exponents of rows and weights are, which groups need: int16. Null until then. */
  private exponents: { readonly rows: number; readonly weights: number } | null = null;
  private loaded: { readonly program: Program; readonly end: number; readonly leaves: number; readonly stack: number } | null = null;

  constructor(
    module: WebAssembly.Module,
    private readonly groups: { readonly module: WebAssembly.Module; readonly settingsOf: Adders['settingsOf'] } | null,
    weight: Float32Array,
    readonly outFeatures: number,
    readonly inFeatures: number,
    private readonly format: FactorFormat,
  ) {
    const lanes = outFeatures > 1 << NARROW ? WIDE : NARROW;
    this.strip = 1 << lanes;
    this.shift = lanes + 2;
    this.strips = Math.ceil(outFeatures / this.strip);
    const width = this.strips * this.strip;
    const room = layout(0);
    room.take(4 * width * inFeatures);
    this.bias = room.take(4 * width);
    this.rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_INPUTS / inFeatures)));
    this.x = room.take(4 * this.rows * inFeatures);
    // The sizes of one row, which are doubles, must fit as well.
    this.out = room.take(4 * Math.max(2, this.rows) * width);
    this.program = room.take(0);
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(this.program / PAGE) });
    const env = { memory: this.memory };
    this.groupsKernel = groups && (new WebAssembly.Instance(groups.module, { env }).exports as unknown as GroupsKernel);
    const joinGroup = this.groupsKernel?.joinGroup ?? (() => undefined);
    this.kernel = new WebAssembly.Instance(module, { env: { ...env, joinGroup } }).exports as unknown as Kernel;
    packStrips(weight, outFeatures, inFeatures, this.strip, this.floats(0, width * inFeatures));
  }

  run(program: Program, { x, xOffset, rows, bias, out, outOffset }: Rows, [first, last]: StripRange = [0, this.strips - 1]): void {
    const { inFeatures: K, outFeatures: N, strip, shift } = this;
    const writeExponents = program.adder === null ? null : this.setAdder(program.adder);
    const { end, leaves, stack } = this.load(program);
    this.loadBias(bias);
    const from = first * strip;
    const used = Math.min(N, (last + 1) * strip) - from;
    for (let row = 0; row < rows; row += this.rows) {
      const now = Math.min(this.rows, rows - row);
      this.floats(this.x, now * K).set(x.subarray(xOffset + row * K, xOffset + (row + now) * K));
      writeExponents?.(now);
      this.kernel.run(this.program, end, leaves, this.x, now, K, from * K * 4, shift, last - first + 1, this.bias + 4 * from, stack, this.out);
      const results = this.floats(this.out, now * (last - first + 1) * strip);
      for (let at = 0; at < used; at += strip) {
        const width = Math.min(strip, used - at);
        for (let r = 0; r < now; r++) {
          const begin = at * now + r * strip;
          out.set(results.subarray(begin, begin + width), outOffset + (row + r) * N + from + at);
        }
      }
    }
  }

  sizes(x: Float32Array, xOffset: number, bias: Float32Array | null): Float64Array {
    this.loadBias(bias);
    this.floats(this.x, this.inFeatures).set(x.subarray(xOffset, xOffset + this.inFeatures));
    this.kernel.sizes(this.x, this.inFeatures, 0, this.shift, this.strips, this.bias, this.out);
    return new Float64Array(this.memory.buffer, this.out, this.outFeatures).slice();
  }

  /** Has the kernel add groups as this adder does; returns what writes the exponents of so many rows, which it then needs. */
  private setAdder(name: AdderName): (rows: number) => void {
    const { groups, groupsKernel, inFeatures } = this;
    if (groups === null || groupsKernel === null) return noAdders(name);
    const isNew = this.exponents === null;
    const { rows, weights } = (this.exponents ??= this.makeRoomForExponents());
    groupsKernel.adder(...groups.settingsOf(name, this.format), this.x, rows, weights);
    if (isNew) groupsKernel.exponents(0, this.strips * this.strip * inFeatures, weights);
    return (count) => groupsKernel.exponents(this.x, count * inFeatures, rows);
  }

  /** Room for the exponents where programs were, which then go behind it. */
  private makeRoomForExponents(): { readonly rows: number; readonly weights: number } {
    const room = layout(this.program);
    const rows = room.take(2 * this.rows * this.inFeatures);
    const weights = room.take(2 * this.strips * this.strip * this.inFeatures);
    this.program = room.take(0);
    this.loaded = null;
    this.growTo(this.program);
    return { rows, weights };
  }

  private loadBias(bias: Float32Array | null): void {
    const place = this.floats(this.bias, this.outFeatures);
    if (bias === null) place.fill(0);
    else place.set(bias.subarray(0, this.outFeatures));
  }

  /** Copies a program into the memory unless it is already there. */
  private load(program: Program): { readonly end: number; readonly leaves: number; readonly stack: number } {
    if (this.loaded?.program === program) return this.loaded;
    const { ops, leaves, depth } = program;
    const room = layout(this.program);
    const at = { program, end: room.take(ops.byteLength) + ops.byteLength, leaves: room.take(leaves.byteLength), stack: room.take(SAVED * depth + PAD) };
    this.growTo(room.take(0));
    new Int32Array(this.memory.buffer, this.program, ops.length).set(ops);
    new Int32Array(this.memory.buffer, at.leaves, leaves.length).set(leaves);
    this.loaded = at;
    return at;
  }

  private growTo(end: number): void {
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }

  /** A view of the memory as it is now; growing detaches it. */
  private floats(address: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, length);
  }
}

/** A bump allocator, aligned to 64 bytes. */
function layout(from: number): { readonly take: (bytes: number) => number } {
  let next = from;
  return {
    take: (bytes) => {
      const place = Math.ceil(next / 64) * 64;
      next = place + bytes;
      return place;
    },
  };
}
