/**
 * `npm run bench`: the engines' speed at 768 → 768, as ratios measured in one run. Each figure is the median of
 * alternating rounds; each row also compares the outputs on bits. The last line says how many rows reach their target.
 */
import sgemm from '@stdlib/blas-base-sgemm';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { newExperimentContext } from '../src/experiments/experiment-context';
import { runToEnd } from '../src/experiments/step';
import { wholeBatch } from '../src/experiments/whole-batch';
import type { Engine } from '../src/linear/engine';
import { FROUND } from '../src/linear/fround-engine';
import { FROUND_WITH_ADDERS, groupPrograms, wasmWithAdders } from '../src/linear/groups';
import type { IndexRange } from '../src/linear/index-ranges';
import { makeLayer } from '../src/linear/make-layer';
import { packStrips } from '../src/linear/pack-strips';
import { roundLayer } from '../src/linear/round-layer';
import { prepareLayer } from '../src/linear/run-plan';
import { selfTest } from '../src/linear/self-test';
import type { AdderName } from '../src/numerics/group-sizes';
import { compile } from '../src/orders/compile';
import { makeFamily } from '../src/orders/families';
import type { Order } from '../src/orders/order';
import { parseOrder } from '../src/orders/parse-order';
import { cSource } from './bench/c-source';
import { inC } from './bench/in-c';
import type { Side } from './bench/side';
import { compare, timed } from './bench/side';
import type { StartLibrary } from './record/library';
import { onnxRuntime } from './record/onnxruntime';
import { tfjs } from './record/tfjs';

// Node 20 has relaxed SIMD behind a flag; browsers have it by default.
if (process.version.startsWith('v20.')) setFlagsFromString('--experimental-wasm-relaxed-simd');

const K = 768;
const N = 768;
const BATCH = 128;
const ROUNDS = 11;
const layer = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: K, outFeatures: N, rows: BATCH, bias: true });
const { x, weight } = layer;
const bias = layer.bias ?? new Float32Array(N);
const firstRow = x.slice(0, K);
const folder = mkdtempSync(join(tmpdir(), 'batch-of-one-bench-'));

const EXACT = wasmWithAdders('exact');
const RELAXED = wasmWithAdders('relaxed');
for (const engine of [EXACT, RELAXED]) {
  const difference = selfTest(engine) ?? selfTest(engine, FROUND_WITH_ADDERS, groupPrograms);
  if (difference !== null) throw new Error(difference);
}

function ours(engine: Engine, order: Order, rows = 1): Side {
  const program = compile(order);
  const packed = engine.pack(weight, N, K);
  const out = new Float32Array(rows * N);
  return timed(out, () => packed.run(program, { x, xOffset: 0, rows, bias, out, outOffset: 0 }));
}

/** The layer in bfloat16, on an engine that knows it. */
function oursInBfloat16(engine: Engine, order: Order, rows = 1): Side {
  const program = compile(order);
  const data = roundLayer(layer, 'bfloat16');
  const packed = engine.pack(data.weight, N, K, 'bfloat16');
  const out = new Float32Array(rows * N);
  return timed(out, () => packed.run(program, { x: data.x, xOffset: 0, rows, bias: data.bias, out, outOffset: 0 }));
}

function bfloat16InC(order: Order): Side | null {
  const data = roundLayer(layer, 'bfloat16');
  return inC(folder, 'groups', cSource(compile(order), K, N, 'bfloat16'), ['-O2'], [data.x.slice(0, K), data.weight, data.bias ?? new Float32Array(N)], N);
}

/** The naive loop. */
function plainLoop(): Side {
  const out = new Float32Array(N);
  return timed(out, () => {
    for (let j = 0; j < N; j++) {
      let sum = Math.fround(x[0]! * weight[j * K]!);
      for (let k = 1; k < K; k++) sum = Math.fround(sum + Math.fround(x[k]! * weight[j * K + k]!));
      out[j] = Math.fround(sum + bias[j]!);
    }
  });
}

function stdlib(): Side {
  const out = new Float32Array(N);
  return timed(out, () => {
    out.set(bias);
    sgemm('row-major', 'no-transpose', 'transpose', 1, N, K, 1, firstRow, K, weight, K, 1, out, N);
  });
}

/** The same order as compiled plain C, one output at a time. */
function plainC(name: string, order: Order): Side | null {
  return inC(folder, name, cSource(compile(order), K, N), ['-O2'], [firstRow, weight, bias], N);
}

function avx2(rows: number): Side | null {
  const source = readFileSync(new URL('bench/avx2.c', import.meta.url), 'utf8');
  const options = ['-O2', '-mavx2', `-DK=${K}`, `-DN=${N}`, `-DB=${rows}`];
  return inC(folder, `avx2-${rows}`, source, options, [x.slice(0, rows * K), packStrips(weight, N, K, 64), bias], rows * N);
}

/** A JavaScript library with its own packed weights, and the bias added. */
async function library(start: StartLibrary, rows: number): Promise<Side> {
  const started = await start(1);
  if (!started.ok) throw new Error(started.error.message);
  const call = await (await started.value.open({ batch: rows, inFeatures: K, outFeatures: N, bias: true })).withWeight(weight);
  const outputs = new Float32Array(rows * N);
  const input = x.slice(0, rows * K);
  const passes = rows === 1 ? 50 : 2;
  return {
    outputs,
    seconds: async () => {
      const begin = performance.now();
      let values: Float32Array = outputs;
      for (let i = 0; i < passes; i++) values = await call(input, bias);
      const seconds = (performance.now() - begin) / 1000 / passes;
      outputs.set(values);
      return seconds;
    },
  };
}

function recorded(name: string, batch: number): Order {
  const recording = JSON.parse(readFileSync(`public/recordings/${name}-768x768.json`, 'utf8')) as { kernels: { batch: number; order: string }[] };
  const order = parseOrder(recording.kernels.find((entry) => entry.batch === batch)!.order, { products: K, bias: true });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

function parsed(text: string, adder: AdderName): Order {
  const order = parseOrder(text, { products: K, bias: true, adder });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

/** Rows of a call, and the blocks in which their outputs are summed: orders that take equally long. */
interface BlockedRows {
  readonly rows: readonly IndexRange[];
  readonly parts: readonly { readonly columns: readonly IndexRange[]; readonly size: number }[];
}

/** All rows of a call as the page computes them, beside each row alone. */
function wholeCall(engine: Engine, classes: readonly BlockedRows[]): Side {
  const recorded = classes.map(({ rows, parts }) => ({
    rows,
    plan: parts.map(({ columns, size }) => ({ columns, order: makeFamily({ name: 'blocked', size }, K, { fused: false, bias: 'last' }), orderText: '' })),
  }));
  const calls = [{ batch: BATCH, classes: recorded, digest: null }];
  const alone = { batch: 1, classes: [{ rows: [[0, 0]] as const, plan: [{ columns: [[0, N - 1]] as const, order: sequential, orderText: '' }] }], digest: null };
  const recording = { library: { name: '', version: '', backend: '' }, operation: { dtype: 'float32', output: 'float32', inFeatures: K, outFeatures: N, bias: true } as const, calls: [alone, ...calls] };
  const spec = { inFeatures: K, outFeatures: N, rows: BATCH, bias: true, source: { kind: 'torch', seed: 72, uniform: 'fused' }, format: 'float32' } as const;
  const prepared = prepareLayer(layer, 'float32', engine);
  const context = { ...newExperimentContext(engine), prepare: () => prepared };
  return timed(new Float32Array(BATCH * N), () => runToEnd(wholeBatch({ layer: spec, schedule: { kind: 'recording', recording }, batch: BATCH, repeatedRow: null }, context)));
}

/** Every second six rows, up to row 119. */
const sixes = (first: number): IndexRange[] => Array.from({ length: 10 }, (_, i) => [first + 12 * i, first + 12 * i + 5]);

const ALL_OUTPUTS: readonly IndexRange[] = [[0, N - 1]];

/** The tiles of NumPy 2.4 with OpenBLAS 0.3.31 on a processor with AVX2, as its recording has them. */
const TILES: readonly BlockedRows[] = [
  { rows: sixes(0), parts: [{ columns: [[0, 7], [312, 327], [536, 551], [760, 767]], size: 192 }, { columns: [[8, 311], [328, 535], [552, 759]], size: 256 }] },
  { rows: sixes(6), parts: [{ columns: ALL_OUTPUTS, size: 256 }] },
  { rows: [[120, BATCH - 1]], parts: [{ columns: [[0, 319]], size: 192 }, { columns: [[320, 767]], size: 256 }] },
];

const ONE_ORDER: readonly BlockedRows[] = [{ rows: [[0, BATCH - 1]], parts: [{ columns: ALL_OUTPUTS, size: 256 }] }];

const missed: string[] = [];

async function row(title: string, one: Side, other: Side | null, least: number | null, sameBits: boolean): Promise<void> {
  if (other === null) {
    console.log(`| ${title} | skipped: needs gcc and AVX2 | | | |`);
    return;
  }
  const { ratio, seconds, equal } = await compare(one, other, ROUNDS);
  const count = one.outputs.length;
  if ((least !== null && ratio < least) || (sameBits && equal < count)) missed.push(title);
  const bits = sameBits ? `${equal} of ${count}` : 'other order';
  console.log(`| ${title} | ${ratio.toFixed(2)} | ${least ?? ''} | ${((count * K) / seconds / 1e9).toFixed(2)} | ${bits} |`);
}

const sequential = makeFamily({ name: 'sequential' }, K, { fused: false, bias: 'last' });
const fused = makeFamily({ name: 'sequential' }, K, { fused: true, bias: 'last' });
const h100 = parsed('{0..767}*16 + b', 'h100');
const OTHERS: readonly (readonly [name: string, order: Order, least: number])[] = [
  ['PyTorch 2.13’s batch-1 order', recorded('pytorch-2.13-mkl', 1), 0.6],
  ['MKL 2020.4’s batch-1 order', recorded('mkl-2020.4', 1), 0.6],
  ['pairwise(8)', makeFamily({ name: 'pairwise', base: 8 }, K, { fused: false, bias: 'last' }), 0.6],
  ['pairwise(1)', makeFamily({ name: 'pairwise', base: 1 }, K, { fused: false, bias: 'last' }), 0.6],
  ['shuffled', makeFamily({ name: 'shuffled', seed: 1 }, K, { fused: false, bias: 'last' }), 0.35],
];

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, 768 → 768; median of ${ROUNDS} alternating rounds; more than 1 is faster\n`);
console.log('| one row, if not said otherwise | ratio | at least | 10⁹ products/s | equal bits |');
console.log('| --- | ---: | ---: | ---: | ---: |');
try {
  await row('`Math.fround`, sequential ÷ plain JS loop', ours(FROUND, sequential), plainLoop(), 2, true);
  await row('`Math.fround`, sequential ÷ stdlib sgemm', ours(FROUND, sequential), stdlib(), 2.2, false);
  await row('`Math.fround`, sequential ÷ C, plain loop', ours(FROUND, sequential), plainC('sequential', sequential), 0.5, true);
  await row('`Math.fround`, fused ÷ C `fmaf` loop', ours(FROUND, fused), plainC('fused', fused), null, true);
  await row('WASM, sequential ÷ C, AVX2', ours(EXACT, sequential), avx2(1), 0.45, true);
  await row(`WASM, sequential ÷ C, AVX2, ${BATCH} rows`, ours(EXACT, sequential, BATCH), avx2(BATCH), 0.45, true);
  for (const rows of [1, BATCH]) {
    const many = rows === 1 ? '' : `, ${rows} rows`;
    await row(`WASM ÷ TensorFlow.js WASM matMul${many}`, ours(EXACT, recorded('tfjs-4.22-wasm', rows), rows), await library(tfjs('wasm'), rows), 1.2, true);
    await row(`WASM ÷ ONNX Runtime Web Gemm${many}`, ours(EXACT, recorded('onnxruntime-web-1.30-gemm', rows), rows), await library(onnxRuntime('gemm', 'constant'), rows), 1.3, true);
  }
  for (const [name, engine] of [['WASM', EXACT], ['`Math.fround`', FROUND]] as const) {
    await row(`${name}, a call of ${BATCH} rows in ${TILES.length} classes ÷ in one order`, wholeCall(engine, TILES), wholeCall(engine, ONE_ORDER), 0.9, false);
  }
  await row('WASM, fused (emulated) ÷ C `fmaf` loop', ours(EXACT, fused), plainC('fused-again', fused), 1, true);
  await row('WASM, fused (relaxed) ÷ separate', ours(RELAXED, fused), ours(RELAXED, sequential), 1, false);
  await row(`WASM, fused (relaxed) ÷ separate, ${BATCH} rows`, ours(RELAXED, fused, BATCH), ours(RELAXED, sequential, BATCH), 1, false);
  await row('WASM ÷ `Math.fround`, sequential', ours(EXACT, sequential), ours(FROUND, sequential), null, true);
  for (const rows of [1, BATCH]) {
    const many = rows === 1 ? '' : `, ${rows} rows`;
    await row(`WASM with relaxed SIMD, H100 bfloat16 chain ÷ float32 sequential${many}`, oursInBfloat16(RELAXED, h100, rows), oursInBfloat16(RELAXED, sequential, rows), 0.1, false);
    await row(`WASM, H100 bfloat16 chain ÷ float32 sequential${many}`, oursInBfloat16(EXACT, h100, rows), oursInBfloat16(EXACT, sequential, rows), 0.1, false);
  }
  await row('`Math.fround`, H100 bfloat16 chain ÷ float32 sequential', oursInBfloat16(FROUND_WITH_ADDERS, h100), oursInBfloat16(FROUND_WITH_ADDERS, sequential), 0.03, false);
  await row('WASM ÷ `Math.fround`, H100 bfloat16 chain', oursInBfloat16(EXACT, h100), oursInBfloat16(FROUND_WITH_ADDERS, h100), null, true);
  await row('WASM, H100 bfloat16 chain ÷ C, the same in integers', oursInBfloat16(EXACT, h100), bfloat16InC(h100), null, true);
  for (const [name, order, least] of OTHERS) {
    await row(`WASM with relaxed fusing, ${name} ÷ sequential`, ours(RELAXED, order), ours(RELAXED, sequential), least, false);
    await row(`\`Math.fround\`, ${name} ÷ sequential`, ours(FROUND, order), ours(FROUND, sequential), least, false);
    await row(`WASM, ${name} ÷ sequential`, ours(EXACT, order), ours(EXACT, sequential), least, false);
    await row(`WASM ÷ \`Math.fround\`, ${name}`, ours(EXACT, order), ours(FROUND, order), null, true);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(missed.length === 0 ? '\nEvery row reaches what it is held to.' : `\nBelow: ${missed.join('; ')}.`);
