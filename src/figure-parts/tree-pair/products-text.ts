import { BIAS_LEAF } from '../../orders/binary-tree';

/** At most this many runs are written out; the products of the rest are counted. */
const WRITTEN = 3;

/** A set of products (and BIAS_LEAF) in the notation, ascending: "0..191", "0..764:4, b", "0, 5, 9 and 40 more". */
export function productsText(products: readonly number[]): string {
  const sorted = products.filter((k) => k !== BIAS_LEAF).sort((a, b) => a - b);
  const runs: { text: string; count: number }[] = [];
  for (let at = 0; at < sorted.length; ) {
    const step = (sorted[at + 1] ?? 0) - sorted[at]!;
    let end = at + 1;
    while (end < sorted.length && sorted[end]! - sorted[end - 1]! === step) end++;
    if (end - at < 3) end = at + 1;
    runs.push({ text: end - at === 1 ? String(sorted[at]) : `${sorted[at]}..${sorted[end - 1]}${step === 1 ? '' : `:${step}`}`, count: end - at });
    at = end;
  }
  if (sorted.length < products.length) runs.push({ text: 'b', count: 1 });
  const written = runs.slice(0, WRITTEN).map(({ text }) => text).join(', ');
  const rest = runs.slice(WRITTEN).reduce((sum, { count }) => sum + count, 0);
  return rest === 0 ? written : `${written} and ${rest} more`;
}
