import { useMemo } from 'react';
import { orderKey } from '../../orders/order-key';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import { findHidden } from './find-hidden';
import { answer, K } from './hidden-sum';

/** The hidden order: four lanes over eight products. */
const HIDDEN = '0 + 4 + (2 + 6) + (1 + 5 + (3 + 7))';

/** Two questions to a hidden sum, and the tree that all questions give, run through the page's own kernel. */
export function QuestionExample() {
  const found = useMemo(() => {
    const hidden = parseOrder(HIDDEN, { products: K, bias: false });
    if (!hidden.ok) return null;
    const { order, counts, others } = findHidden(hidden.value);
    return order && { near: answer(hidden.value, 0, 4), far: answer(hidden.value, 0, 1), counts, others, order: printOrder(order), same: orderKey(order) === orderKey(hidden.value) };
  }, []);
  if (found === null) return null;
  return (
    <p>
      Here is a hidden sum of {K} products. With +M at product 0 and −M at product 4 it returns <output>{found.near}</output>: {found.near} ones were added after the two had met, and{' '}
      {K - found.near} products lie in the smallest part of the tree that holds both. With −M at product 1 it returns <output>{found.far}</output>. After {found.counts} such calls, and{' '}
      {found.others} more that ask which products are fused and whether a sum is kept in more than float32, the whole tree is known: <code>{found.order}</code>
      {found.same ? ', which is the one that was hidden.' : ', which is not the one that was hidden.'}
    </p>
  );
}
