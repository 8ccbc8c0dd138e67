/**
 * `npm run bench`: the kernel's speed as ratios measured in one run, 768 → 768, one row. Each figure is the median of
 * alternating rounds, so that a noisy machine slows both sides alike; each row also compares the bits.
 */
import sgemm from '@stdlib/blas/base/sgemm';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrder } from '../src/linear/kernel';
import { makeLayer } from '../src/linear/make-layer';
import { packWeights } from '../src/linear/pack-weights';
import { compile } from '../src/orders/compile';
import { makeFamily } from '../src/orders/families';
import type { Order } from '../src/orders/order';
import { parseOrder } from '../src/orders/parse-order';
import { cSource } from './bench/c-source';

const K = 768;
const N = 768;
const ROUNDS = 9;
const { x, weight, bias } = makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures: K, outFeatures: N, rows: 1, bias: true });
const biases = bias ?? new Float32Array(N);
const packed = packWeights(weight, N, K);
const folder = mkdtempSync(join(tmpdir(), 'batch-of-one-bench-'));
const hasC = spawnSync('gcc', ['--version']).status === 0;

/** One side of a comparison: leaves its outputs behind, and says how many seconds a pass took. */
interface Side {
  readonly name: string;
  readonly seconds: () => number;
  readonly outputs: Float32Array;
}

function timed(name: string, pass: (out: Float32Array) => void, passes = 20): Side {
  const outputs = new Float32Array(N);
  for (let i = 0; i < passes; i++) pass(outputs);
  return {
    name,
    outputs,
    seconds: () => {
      const begin = performance.now();
      for (let i = 0; i < passes; i++) pass(outputs);
      return (performance.now() - begin) / passes / 1000;
    },
  };
}

function kernel(order: Order): Side {
  const program = compile(order);
  return timed('kernel', (out) => runOrder(program, x, 0, packed, biases, out, 0));
}

/** The loop that anyone would write first. */
function plainLoop(): Side {
  return timed('plain JS loop', (out) => {
    for (let j = 0; j < N; j++) {
      let sum = Math.fround(x[0]! * weight[j * K]!);
      for (let k = 1; k < K; k++) sum = Math.fround(sum + Math.fround(x[k]! * weight[j * K + k]!));
      out[j] = Math.fround(sum + biases[j]!);
    }
  });
}

function stdlib(): Side {
  return timed('@stdlib/blas sgemm', (out) => {
    out.set(biases);
    sgemm('row-major', 'no-transpose', 'transpose', 1, N, K, 1, x, K, weight, K, 1, out, N);
  });
}

function inC(name: string, order: Order): Side | null {
  if (!hasC) return null;
  const source = join(folder, `${name}.c`);
  const program = join(folder, name);
  writeFileSync(source, cSource(compile(order), K, N));
  const built = spawnSync('gcc', ['-O2', '-ffp-contract=off', '-o', program, source, '-lm'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const input = Buffer.concat([x, weight, biases].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const outputs = new Float32Array(N);
  return {
    name: 'C, same order',
    outputs,
    seconds: () => {
      const run = spawnSync(program, ['20'], { input, maxBuffer: 1 << 24 });
      outputs.set(new Float32Array(run.stdout.buffer.slice(run.stdout.byteOffset, run.stdout.byteOffset + 4 * N)));
      return Number(run.stderr.toString());
    },
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function row(title: string, ours: Side, other: Side | null): void {
  if (other === null) {
    console.log(`${title.padEnd(44)}  skipped: needs gcc`);
    return;
  }
  const ratios: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = round % 2 === 0 ? [ours.seconds(), other.seconds()] : [other.seconds(), ours.seconds()].reverse();
    ratios.push(b! / a!);
    speeds.push((K * N) / a! / 1e9);
  }
  const agreeing = ours.outputs.filter((value, j) => Object.is(value, other.outputs[j])).length;
  console.log(`${title.padEnd(44)}  ${median(ratios).toFixed(2).padStart(6)}  ${median(speeds).toFixed(2).padStart(9)}  ${agreeing} of ${N}`);
}

function notation(text: string): Order {
  const order = parseOrder(text, { products: K, bias: true });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

function recorded(file: string, batch: number): Order {
  const recording = JSON.parse(readFileSync(`public/recordings/${file}`, 'utf8')) as { kernels: { batch: number; order: string }[] };
  return notation(recording.kernels.find((entry) => entry.batch === batch)!.order);
}

const orders: Record<string, Order> = {
  sequential: makeFamily({ name: 'sequential' }, K, { fused: false, bias: 'last' }),
  'pytorch-batch-1': recorded('pytorch-2.13-mkl-768x768.json', 1),
  'mkl-batch-1': recorded('mkl-2020.4-768x768.json', 1),
  'pairwise-1': makeFamily({ name: 'pairwise', base: 1 }, K, { fused: false, bias: 'last' }),
  'pairwise-8': makeFamily({ name: 'pairwise', base: 8 }, K, { fused: false, bias: 'last' }),
  shuffled: makeFamily({ name: 'shuffled', seed: 1 }, K, { fused: false, bias: 'last' }),
  fused: makeFamily({ name: 'sequential' }, K, { fused: true, bias: 'last' }),
};

console.log(`768 → 768, one row; median of ${ROUNDS} alternating rounds; more than 1 is faster\n`);
console.log(`${'kernel ÷ …'.padEnd(44)}   ratio  10⁹/s      equal bits`);
try {
  const sequential = kernel(orders['sequential']!);
  row('sequential ÷ plain JS loop', sequential, plainLoop());
  row('sequential ÷ @stdlib/blas sgemm', sequential, stdlib());
  for (const [name, order] of Object.entries(orders)) row(`${name} ÷ C, -O2 -ffp-contract=off`, kernel(order), inC(name, order));
  for (const [name, order] of Object.entries(orders)) if (name !== 'sequential') row(`${name} ÷ sequential (other order, other bits)`, kernel(order), sequential);
} finally {
  rmSync(folder, { recursive: true });
}
