import { FROUND } from '../../linear/fround-engine';
import { Mt19937 } from '../../linear/mt19937';
import { programOf } from '../../orders/compile';
import type { Order } from '../../orders/order';
import { orderKey } from '../../orders/order-key';
import { parseOrder } from '../../orders/parse-order';

/** Number of products in the hidden sum. */
export const K = 8;
const M = 2 ** 100;

/** A partial sum that the reader has assembled, or a single product. */
export interface Piece {
  /** Its products, ascending. */
  readonly leaves: readonly number[];
  /** In the notation. */
  readonly text: string;
}

export const LEAVES: readonly Piece[] = Array.from({ length: K }, (_, k) => ({ leaves: [k], text: String(k) }));

function orderOf(text: string): Order {
  const order = parseOrder(text, { products: K, bias: false });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

/** The sum of two pieces. */
export function joined(a: Piece, b: Piece): Piece {
  const [first, second] = a.leaves[0]! < b.leaves[0]! ? [a, b] : [b, a];
  return { leaves: [...first.leaves, ...second.leaves].sort((i, j) => i - j), text: `${first.text} + ${second.leaves.length === 1 ? second.text : `(${second.text})`}` };
}

/** A tree over eight products: joins two random partial sums until one is left. The same seed gives the same tree. */
export function hiddenOrder(seed: number): Order {
  const random = new Mt19937(seed);
  const pieces = [...LEAVES];
  while (pieces.length > 1) {
    const [a] = pieces.splice(random.nextUint32() % pieces.length, 1);
    const [b] = pieces.splice(random.nextUint32() % pieces.length, 1);
    pieces.push(joined(a!, b!));
  }
  return orderOf(pieces[0]!.text);
}

/** What the sum returns with +M at one product, −M at another and ones elsewhere, run through the page's own kernel. */
export function answer(order: Order, plus: number, minus: number): number {
  const x = new Float32Array(K).fill(1);
  x[plus] = M;
  x[minus] = -M;
  return sumOf(order, x);
}

/** Σ x[k] in this order. */
export function sumOf(order: Order, x: Float32Array, w: Float32Array = new Float32Array(K).fill(1)): number {
  const out = new Float32Array(1);
  FROUND.pack(w, 1, K).run(programOf(order), { x, xOffset: 0, rows: 1, bias: null, out, outOffset: 0 });
  return out[0]!;
}

/** A question that tells two trees apart, and both answers. */
export interface Contradiction {
  readonly plus: number;
  readonly minus: number;
  readonly hidden: number;
  readonly guessed: number;
}

export type Verdict = { readonly right: true } | { readonly right: false; readonly contradiction: Contradiction };

/** Whether the reader's tree is the hidden one; if not, a question that the two answer differently. */
export function judge(hidden: Order, guess: Piece): Verdict {
  const guessed = orderOf(guess.text);
  if (orderKey(guessed) === orderKey(hidden)) return { right: true };
  for (let plus = 0; plus < K; plus++) {
    for (let minus = plus + 1; minus < K; minus++) {
      const [a, b] = [answer(hidden, plus, minus), answer(guessed, plus, minus)];
      if (a !== b) return { right: false, contradiction: { plus, minus, hidden: a, guessed: b } };
    }
  }
  throw new Error('Two trees answer some question differently.');
}
