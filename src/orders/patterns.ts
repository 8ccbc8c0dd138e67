import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import type { PatternName } from './pattern-names';

/**
 * Orders recorded at 768 → 768 and extrapolated to other K. At K = 768 each is an order recorded for row 0, on one machine;
 * at any other K it is a model, and is labelled as one wherever it is shown. Below `LEAST_PRODUCTS` libraries take entirely
 * different paths, so there is nothing to extrapolate.
 */
export interface Pattern {
  readonly name: PatternName;
  readonly label: string;
  /** Name of the recording it comes from. */
  readonly recording: string;
  /** Batch sizes at which the order changes, ascending, the first 1. */
  readonly thresholds: readonly { readonly from: number; readonly shape: Shape }[];
}

/** Writes the products 0 … K−1 of a layer, and its bias where it has one. */
type Shape = (builder: OrderBuilder, K: number, bias: boolean) => void;

/** Stretches along K, each summed separately and joined in order; the bias joins after the first. */
function stretches(sizes: (K: number) => number[], write: (builder: OrderBuilder, from: number, size: number) => void): Shape {
  return (builder, K, bias) => {
    let from = 0;
    for (const size of sizes(K)) {
      if (from > 0) builder.open();
      write(builder, from, size);
      if (from > 0) builder.close();
      else if (bias) builder.bias();
      from += size;
    }
  };
}

/** Stretches of `size`; the last takes the remainder. */
function equal(size: number): (K: number) => number[] {
  return (K) => Array.from({ length: Math.ceil(K / size) }, (_, block) => Math.min(size, K - block * size));
}

/** OpenBLAS's blocking along K: 320 while 640 or more are left, then two nearly equal stretches, the first a multiple of 8. */
function openblasSizes(K: number): number[] {
  const sizes: number[] = [];
  for (let left = K; left > 0; left -= sizes[sizes.length - 1]!) {
    sizes.push(left >= 640 ? 320 : left > 320 ? Math.ceil(Math.floor(left / 2) / 8) * 8 : left);
  }
  return sizes;
}

function fusedRun(builder: OrderBuilder, from: number, size: number): void {
  builder.run(from, 1, size, true);
}

/** Even products, then the sum of the odd ones. */
function evenOdd(fused: boolean): (builder: OrderBuilder, from: number, size: number) => void {
  return (builder, from, size) => {
    builder.run(from, 2, Math.ceil(size / 2), fused);
    if (size < 2) return;
    builder.open();
    builder.run(from + 1, 2, Math.floor(size / 2), fused);
    builder.close();
  };
}

/** Four lanes, (0 + 2) + (1 + 3); the first `peeled` products join one by one before lane 0, the leftovers last. */
function fourLanes(peeled: number): Shape {
  return (builder, K, bias) => {
    const steps = Math.floor((K - peeled) / 4);
    const end = peeled + 4 * steps;
    builder.run(0, 1, peeled);
    builder.run(peeled, 4, steps);
    builder.open();
    builder.run(peeled + 2, 4, steps);
    builder.close();
    builder.open();
    builder.run(peeled + 1, 4, steps);
    builder.open();
    builder.run(peeled + 3, 4, steps);
    builder.close();
    builder.close();
    builder.run(end, 1, K - end);
    if (bias) builder.bias();
  };
}

/** Eight lanes over groups of sixteen: lane i takes the pairs 16m + 8 + i, *16m + i. The lanes are joined by halves. */
function pairedLanes(builder: OrderBuilder, K: number, bias: boolean): void {
  const groups = Math.floor(K / 16);
  const lane = (i: number): void => {
    for (let m = 0; m < groups; m++) {
      if (m > 0) builder.open();
      builder.product(16 * m + 8 + i);
      builder.product(16 * m + i, true);
      if (m > 0) builder.close();
    }
  };
  const join = (left: () => void, right: () => void): void => {
    left();
    builder.open();
    right();
    builder.close();
  };
  const four = (i: number): void => join(() => join(() => lane(i), () => lane(i + 1)), () => join(() => lane(i + 4), () => lane(i + 5)));
  join(() => four(0), () => four(2));
  builder.run(16 * groups, 1, K - 16 * groups);
  if (bias) builder.bias();
}

export const PATTERNS: readonly Pattern[] = [
  {
    name: 'mkl-2020.4',
    label: 'Like MKL 2020.4',
    recording: 'mkl-2020.4-768x768',
    thresholds: [
      { from: 1, shape: pairedLanes },
      { from: 2, shape: stretches(equal(256), evenOdd(false)) },
      { from: 4, shape: stretches(equal(256), fusedRun) },
      { from: 128, shape: stretches(equal(192), fusedRun) },
    ],
  },
  {
    name: 'pytorch-2.13',
    label: 'Like PyTorch 2.13',
    recording: 'pytorch-2.13-mkl-768x768',
    thresholds: [
      { from: 1, shape: fourLanes(4) },
      { from: 2, shape: fourLanes(0) },
      { from: 4, shape: stretches(equal(192), fusedRun) },
    ],
  },
  {
    name: 'openblas-0.3.21',
    label: 'Like OpenBLAS 0.3.21',
    recording: 'pytorch-1.13-openblas-768x768',
    thresholds: [
      { from: 1, shape: stretches(openblasSizes, fusedRun) },
      { from: 16, shape: stretches(openblasSizes, evenOdd(true)) },
      { from: 128, shape: stretches(openblasSizes, fusedRun) },
    ],
  },
];

/** A pattern's order for a batch of this size and K products, at least `LEAST_PRODUCTS`. */
export function patternOrder(pattern: Pattern, batch: number, K: number, bias: boolean): Order {
  const builder = new OrderBuilder();
  pattern.thresholds.findLast(({ from }) => from <= batch)!.shape(builder, K, bias);
  return builder.finish();
}
