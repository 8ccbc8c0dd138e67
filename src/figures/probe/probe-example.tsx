import { useMemo } from 'react';
import { FROUND } from '../../linear/fround-engine';
import { programOf } from '../../orders/compile';
import { orderKey } from '../../orders/order-key';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import type { BlackBox } from '../../orders/reveal';
import { reveal } from '../../orders/reveal';

/** The order that is hidden: four lanes over eight products. */
const HIDDEN = '0 + 4 + (2 + 6) + (1 + 5 + (3 + 7))';
const K = 8;
const M = 2 ** 100;

/** A sum that can be called but not looked into, and how often it was. */
function blackBox(): { box: BlackBox; calls: () => number } {
  const order = parseOrder(HIDDEN, { products: K, bias: false });
  if (!order.ok) throw new Error(order.error.message);
  const program = programOf(order.value);
  const out = new Float32Array(1);
  let calls = 0;
  const box: BlackBox = (x, w) => {
    calls++;
    FROUND.pack(w, 1, K).run(program, { x, xOffset: 0, rows: 1, bias: null, out, outOffset: 0 });
    return out[0]!;
  };
  return { box, calls: () => calls };
}

/** Two questions to a hidden sum, and the tree that all of them give: run through the page's own kernel. */
export function ProbeExample() {
  const found = useMemo(() => {
    const { box, calls } = blackBox();
    const ask = (plus: number, minus: number): number => {
      const x = new Float32Array(K).fill(1);
      x[plus] = M;
      x[minus] = -M;
      return box(x, new Float32Array(K).fill(1), 0);
    };
    const [near, far] = [ask(0, 4), ask(0, 1)];
    const before = calls();
    const order = reveal(box, K, false);
    const hidden = parseOrder(HIDDEN);
    if (!order.ok || !hidden.ok) return null;
    return { near, far, order: printOrder(order.value), calls: calls() - before, same: orderKey(order.value) === orderKey(hidden.value) };
  }, []);
  if (found === null) return null;
  return (
    <p>
      Here is a hidden sum of {K} products. With +M at product 0 and −M at product 4 it returns <output>{found.near}</output>: so {found.near} ones were added after the two had met, and{' '}
      {K - found.near} products lie in the smallest part of the tree that holds both. With −M at product 1 it returns <output>{found.far}</output>. After {found.calls} such calls the whole
      tree is known: <code>{found.order}</code>
      {found.same ? ', which is the one that was hidden.' : ', which is not the one that was hidden.'}
    </p>
  );
}
