/** "1", "1 and 2", "1, 2 and 4". */
export function formatList(items: readonly (string | number)[]): string {
  const head = items.slice(0, -1).join(', ');
  const last = items.at(-1);
  return head === '' ? String(last ?? '') : `${head} and ${last}`;
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** 98304 → "98,304". */
export function formatCount(count: number): string {
  return grouped.format(count).replace('-', '−');
}

/** "4,096 → 64" */
export function layerTitle({ inFeatures, outFeatures }: { readonly inFeatures: number; readonly outFeatures: number }): string {
  return `${formatCount(inFeatures)} → ${formatCount(outFeatures)}`;
}

/** "1 output", "683 outputs". */
export function plural(count: number, one: string): string {
  return `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** "711 of 768 outputs differ", "1 of 768 outputs differs". */
export function outputsDiffer(differing: number, of: number): string {
  return `${formatCount(differing)} of ${plural(of, 'output')} ${differing === 1 ? 'differs' : 'differ'}`;
}

/** "batch 4", "batches 4, 8 and 16". */
export function batchesText(batches: readonly number[]): string {
  return `batch${batches.length === 1 ? '' : 'es'} ${formatList(batches.map(formatCount))}`;
}

/** With a capital first letter, as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence or a label as it is written after a colon. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "0–7, 184–199 and 568": inclusive ranges; those beyond `most` are only counted. */
export function rangesText(ranges: readonly (readonly [number, number])[], most = 6): string {
  const texts = ranges.slice(0, most).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return ranges.length <= most ? formatList(texts) : `${texts.join(', ')} and ${ranges.length - most} more`;
}
