import type { SumTreeNode } from '../src/charts/sum-tree-row';
import type { CurveSeries } from '../src/charts/curve-series';

const f = Math.fround;

/** A small generator; the gallery needs numbers that look real, not PyTorch's. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return f(state / 2 ** 31 - 1);
  };
}

export const K = 768;
export const N = 768;
const random = generator(72);
const x = Float32Array.from({ length: K }, random);
const w = Float32Array.from({ length: N * K }, () => random() / 28);

function lanes(column: number, count: number): number {
  const sums = new Float32Array(count);
  for (let k = 0; k < K; k++) sums[k % count] = f(sums[k % count]! + f(x[k]! * w[column * K + k]!));
  return sums.reduce((a, b) => f(a + b));
}

function blocked(column: number, size: number): number {
  let sum = 0;
  for (let from = 0; from < K; from += size) {
    let block = 0;
    for (let k = from; k < Math.min(K, from + size); k++) block = f(block + f(x[k]! * w[column * K + k]!));
    sum = f(sum + block);
  }
  return sum;
}

export const BATCHES = ['1', '2', '4', '8', '16', '32'];

/** Differences of each batch size from batch 16, in units of 2⁻²⁴; the outputs at the right edge take another order. */
export function sweep(): Float64Array {
  const rows = BATCHES.map((_, i) =>
    Array.from({ length: N }, (_, column) => (i === 0 ? lanes(column, 4) : i === 1 ? lanes(column, 8) : column >= 704 && i === 2 ? blocked(column, 320) : blocked(column, 192))),
  );
  return Float64Array.from(rows.flatMap((row) => row.map((value, column) => (value - rows[4]![column]!) * 2 ** 24)));
}

/** 128 rows of which the last are still to come. */
export function wholeBatch(): Float64Array {
  const noise = generator(5);
  return Float64Array.from({ length: 128 * N }, (_, i) => {
    const row = Math.floor(i / N);
    const column = i % N;
    if (row >= 104) return NaN;
    return row % 4 !== 3 && column % 48 < 32 && column < 700 ? 0 : Math.round(noise() ** 3 * 9);
  });
}

export function growth(): CurveSeries[] {
  const noise = generator(9);
  const ks = Array.from({ length: 17 }, (_, i) => 2 ** (i + 4));
  const curve = (id: string, label: string, n: number, error: (k: number) => number): CurveSeries => ({
    id,
    label,
    colour: `var(--order-${n})`,
    points: ks.map((k) => {
      const y = error(k) * 2 ** (0.3 * noise()) * 2 ** -24;
      return { x: k, y, low: y / 2.4, high: y * 1.9 };
    }),
  });
  return [
    curve('sequential', 'sequential', 0, (k) => 0.4 * Math.sqrt(k)),
    curve('lanes8', 'lanes(8)', 1, (k) => 0.35 * Math.sqrt(k / 8 + 8)),
    curve('pairwise', 'pairwise(8)', 2, (k) => 0.3 * Math.sqrt(Math.log2(k) + 6)),
    curve('blocked', 'blocked(192)', 3, (k) => 0.4 * Math.sqrt(Math.min(k, 192) + k / 192)),
    { id: 'bound', label: 'bound h·u, sequential', colour: 'var(--order-0)', kind: 'bound', points: ks.map((k) => ({ x: k, y: k * 2 ** -24 })) },
    { id: 'bound-pairwise', label: 'bound h·u, pairwise', colour: 'var(--order-2)', kind: 'bound', points: ks.map((k) => ({ x: k, y: (Math.log2(k) + 5) * 2 ** -24 })) },
  ];
}

type Term = { leaf: string; product: number; fused?: boolean } | 'add' | 'fma';

/** Nodes of a tree given in postfix, with their values. */
export function tree(prefix: string, terms: readonly Term[], against?: string) {
  const left: number[] = [];
  const right: number[] = [];
  const nodes: SumTreeNode[] = [];
  const values: number[] = [];
  const stack: number[] = [];
  const text = (value: number): string => String(Number(value.toPrecision(9)));
  const small = (lost: number): string => (lost === 0 ? '' : lost.toExponential(1));
  terms.forEach((term, i) => {
    const isLeaf = typeof term === 'object';
    const b = isLeaf ? -1 : stack.pop()!;
    const a = isLeaf ? -1 : stack.pop()!;
    const exact = isLeaf ? term.product : values[a]! + values[b]!;
    const fused = isLeaf ? term.fused === true : term === 'fma';
    const value = isLeaf && fused ? exact : f(exact);
    left.push(a);
    right.push(b);
    values.push(value);
    stack.push(i);
    nodes.push({ id: `${prefix}${i}`, label: isLeaf ? term.leaf : '', valueText: text(value), lostText: small(exact - value), isLeaf, fused });
  });
  const last = nodes.at(-1)!;
  if (against !== undefined) nodes[nodes.length - 1] = { ...last, against };
  return { shape: { left: Int32Array.from(left), right: Int32Array.from(right), group: new Uint8Array(nodes.length), root: nodes.length - 1 }, nodes };
}

const products = Array.from({ length: 16 }, (_, k) => x[k]! * w[k]!);
const leaf = (k: number, fused = false): Term => ({ leaf: `${fused ? '*' : ''}${k}`, product: products[k]!, fused });
const bias: Term = { leaf: 'b', product: f(0.18033688) };

export const BATCH_1: readonly Term[] = [leaf(0), leaf(1), 'add', leaf(2), leaf(3), 'add', 'add', bias, 'add'];
export const BATCH_16: readonly Term[] = [leaf(0), leaf(1, true), 'fma', leaf(2, true), 'fma', leaf(3, true), 'fma', bias, 'add'];
export const LONG: readonly Term[] = [...Array.from({ length: 16 }, (_, k): Term[] => (k === 0 ? [leaf(0)] : [leaf(k), 'add'])).flat(), bias, 'add'];
