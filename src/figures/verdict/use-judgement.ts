import { useMemo } from 'react';
import type { Judged } from './judged';
import { judgedOf } from './judged';
import { useVerdict } from './tolerance-store';

/** What the two results of the figure amount to, computed in the page. */
export function useJudgement(): Judged {
  const pair = useVerdict((state) => state.pair);
  const dtype = useVerdict((state) => state.dtype);
  const products = useVerdict((state) => state.products);
  const x = useVerdict(({ slots }) => slots.x.arrays?.[0]);
  const weight = useVerdict(({ slots }) => slots.weight.arrays?.[0]);
  return useMemo(() => judgedOf({ pair, dtype, products, x, weight }), [pair, dtype, products, x, weight]);
}
