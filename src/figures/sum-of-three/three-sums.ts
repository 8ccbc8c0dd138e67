import { differences } from '../../experiments/differences';
import { torchLayer } from '../../linear/torch-data';
import { ExactSum } from '../../numerics/exact-sum';
import { binaryTree } from '../../orders/binary-tree';
import { parseOrder } from '../../orders/parse-order';
import { traceOrder } from '../../orders/trace-order';
import type { Addition } from '../../figure-parts/addition/addition';

export type Three = readonly [number, number, number];

/** One way to bracket the sum. */
export interface Grouping {
  /** "(a + b) + c" */
  readonly text: string;
  readonly first: Addition;
  readonly second: Addition;
  readonly result: number;
}

export interface ThreeSums {
  readonly left: Grouping;
  readonly right: Grouping;
  /** a + b + c, rounded once to a double. */
  readonly exact: number;
  /** |a| + |b| + |c| */
  readonly absSum: number;
  /** (a + b) + c − (a + (b + c)) */
  readonly difference: { readonly absolute: number; readonly ulp: number; readonly relative: number };
}

const ONES = [1, 1, 1];

/** Adds three float32 numbers in an order given in the notation; the bracketed addition comes first. */
function grouping(text: string, order: string, numbers: Three): Grouping {
  const parsed = parseOrder(order, { products: 3 });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const tree = binaryTree(parsed.value);
  const { values, lost } = traceOrder(tree, numbers, ONES, 0);
  const additions = [...tree.left.keys()].flatMap((node) =>
    tree.left[node]! < 0 ? [] : [{ a: values[tree.left[node]!]!, b: values[tree.right[node]!]!, sum: values[node]!, lost: lost[node]! }],
  );
  return { text, first: additions[0]!, second: additions[1]!, result: values[tree.root]! };
}

/** Three float32 numbers added both ways. */
export function threeSums(numbers: Three): ThreeSums {
  const left = grouping('(a + b) + c', '0 + 1 + 2', numbers);
  const right = grouping('a + (b + c)', '0 + (1 + 2)', numbers);
  const total = new ExactSum();
  const size = new ExactSum();
  for (const number of numbers) {
    total.add(number);
    size.add(Math.abs(number));
  }
  const absSum = size.roundedToDouble();
  const difference = (unit: 'absolute' | 'ulp' | 'relative'): number => differences(Float32Array.of(left.result), [right.result], [absSum], unit)[0]!;
  return {
    left,
    right,
    exact: total.roundedToDouble(),
    absSum,
    difference: { absolute: difference('absolute'), ulp: difference('ulp'), relative: difference('relative') },
  };
}

/** The first three products of output 3 of the thread's 4 → 8 layer, batch row 0. */
function threadTerms(): Three {
  const { x, weight, inFeatures } = torchLayer({ inFeatures: 4, outFeatures: 8, rows: 1, seed: 72, uniform: 'separate', bias: true });
  const product = (k: number): number => Math.fround(x[k]! * weight[3 * inFeatures + k]!);
  return [product(0), product(1), product(2)];
}

interface Preset {
  readonly label: string;
  readonly numbers: Three;
}

export const PRESETS = {
  large: { label: '10⁸, −10⁸, 1', numbers: [1e8, -1e8, 1] },
  tenths: { label: '0.1, 0.2, 0.3', numbers: [Math.fround(0.1), Math.fround(0.2), Math.fround(0.3)] },
  thread: { label: 'thread’s layer', numbers: threadTerms() },
} as const satisfies Record<string, Preset>;
