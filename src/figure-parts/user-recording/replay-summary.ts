import { differing } from '../../experiments/differences';
import { batchesText, formatCount, formatList, plural } from '../../lib/words';
import type { Recording } from '../../recordings/recording';
import { firstRow, knowsAllRows } from '../../recordings/recording';
import type { ReplayedCall } from '../../recordings/replay';

/**
 * “The replay gives the library’s bits in 768 of 768 outputs at batches 1, 2 and 4, and in 7 of 8 at batch 8.” Calls with the
 * same count are named together; those whose rows are all proved by their digests are counted together.
 */
export function replaySentence(calls: readonly ReplayedCall[]): string {
  const whole = calls.filter(({ digestIsEqual, equal, total }) => digestIsEqual === true && equal === total);
  const outputs = whole.reduce((sum, { total }) => sum + total, 0);
  const byCount = new Map<string, number[]>();
  for (const { batch, equal, total } of calls.filter((call) => !whole.includes(call))) {
    const count = `${formatCount(equal)} of ${plural(total, 'output')}`;
    byCount.set(count, [...(byCount.get(count) ?? []), batch]);
  }
  const parts = [
    ...(whole.length === 0 ? [] : [`${formatCount(outputs)} of ${plural(outputs, 'output')}, all rows of ${batchesText(whole.map(({ batch }) => batch))}`]),
    ...[...byCount].map(([count, batches]) => `${count} at ${batchesText(batches)}`),
  ];
  return `The replay gives the library’s bits in ${parts.join(', and in ')}.`;
}

/** Whether the replay gives all recorded bits. */
export function isReplayed(calls: readonly ReplayedCall[]): boolean {
  return calls.every(({ digestIsEqual, equal, total }) => digestIsEqual !== false && equal === total);
}

/** What the library itself returned: how its batch sizes differ in one row, and in how many ways it adds up the rows of a call. */
export function librarySentences(recording: Recording): string[] {
  return [...betweenBatches(recording), ...betweenRows(recording)];
}

/** The row that every call has, and how many of its outputs differ from the first call's, by batch size. */
function differingByBatch({ calls, outputs }: Recording): { readonly row: number; readonly first: number; readonly of: number; readonly counts: ReadonlyMap<number, number> } | null {
  const [first] = calls;
  if (first === undefined) return null;
  const row = firstRow(first);
  const found = outputs.filter((one) => one.row === row);
  const base = found.find(({ batch }) => batch === first.batch);
  if (base === undefined) return null;
  const counts = found.filter((one) => one !== base).map(({ batch, values }) => [batch, differing(values, base.values)] as const);
  return counts.length === 0 ? null : { row, first: first.batch, of: base.values.length, counts: new Map(counts) };
}

function betweenBatches(recording: Recording): string[] {
  const found = differingByBatch(recording);
  if (found === null) return [];
  const { row, first, of, counts } = found;
  const byCount = new Map<number, number[]>();
  for (const [batch, count] of counts) if (count > 0) byCount.set(count, [...(byCount.get(count) ?? []), batch]);
  if (byCount.size === 0) return [`The library’s own batch sizes agree: row ${row} is the same to the bit at all of them.`];
  const parts = [...byCount].map(([count, batches], i) => `${formatCount(count)}${i === 0 ? ` of ${plural(of, 'output')}` : ''} at ${batchesText(batches)}`);
  return [`The library’s own batch sizes do not agree: row ${row} differs from batch ${first} in ${formatList(parts)}.`];
}

function betweenRows({ calls }: Recording): string[] {
  const whole = calls.filter((call) => call.batch > 1 && knowsAllRows(call));
  const split = whole.filter(({ classes }) => classes.length > 1);
  if (whole.length === 0) return [];
  if (split.length === 0) return ['Within a call, all rows are added up alike.'];
  return [`Within a call, rows are added up in up to ${Math.max(...split.map(({ classes }) => classes.length))} ways, by where they stand, at ${batchesText(split.map(({ batch }) => batch))}.`];
}

/** “replayed to the bit; up to 711 of 768 outputs of row 0 differ between its batch sizes” */
export function shortSummary(recording: Recording, calls: readonly ReplayedCall[]): string {
  const proved = isReplayed(calls) ? 'replayed to the bit' : 'not all of it replayed to the bit';
  const found = differingByBatch(recording);
  if (found === null) return proved;
  const most = Math.max(...found.counts.values());
  return `${proved}; ${most === 0 ? `no output of row ${found.row} differs` : `up to ${formatCount(most)} of ${plural(found.of, 'output')} of row ${found.row} ${most === 1 ? 'differs' : 'differ'}`} between its batch sizes`;
}

/** Whether the rows whose bits were recorded are equal, but all rows together are not. */
export function isBeyondRows({ digestIsEqual, differing: rows }: ReplayedCall): boolean {
  return digestIsEqual === false && rows.length === 0;
}
