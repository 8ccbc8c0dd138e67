import type { WholeResult } from '../../store/results';
import { formatCount, outputsDiffer, plural, rangesText } from '../../lib/words';
import type { WholeSummary } from './whole-summary';

/** At most this many stretches of equal outputs are named. */
const STRETCHES = 8;

/** What a whole batch shows, in sentences. */
export function wholeFinding({ plans, rowsDone }: WholeResult, found: WholeSummary | null): string[] {
  const { batch } = plans;
  if (rowsDone < batch || found === null) return [`${formatCount(rowsDone)} of ${plural(batch, 'row')} are done.`];
  const { differing, of } = found.summary;
  if (differing === 0) return [`All ${plural(of, 'output')} are bit-equal to those of the same rows computed one at a time.`];
  const sentences = [`In one call of ${plural(batch, 'row')}, ${outputsDiffer(differing, of)} from the same rows computed one at a time.`];
  const untouched = found.byRow.reduce((rows, count) => rows + (count === 0 ? 1 : 0), 0);
  if (untouched > 0) sentences.push(`${plural(untouched, 'row')} ${untouched === 1 ? 'does' : 'do'} not differ at all.`);
  const equal = equalStretches(found.byColumn);
  if (equal.length > 0 && equal.length <= STRETCHES && batch > 1) sentences.push(`Outputs ${rangesText(equal, STRETCHES)} agree in every row.`);
  return sentences;
}

/** Inclusive ranges of columns in which no row differs. */
function equalStretches(byColumn: Uint32Array): [number, number][] {
  const stretches: [number, number][] = [];
  byColumn.forEach((count, column) => {
    const last = stretches.at(-1);
    if (count > 0) return;
    if (last !== undefined && last[1] === column - 1) last[1] = column;
    else stretches.push([column, column]);
  });
  return stretches;
}
