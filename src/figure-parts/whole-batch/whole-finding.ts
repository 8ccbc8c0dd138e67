import type { WholeResult } from '../../store/results';
import { formatCount, formatList, outputsDiffer, plural, rangesText, uncapital } from '../../lib/words';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { NO_GROUPS } from '../difference-map/no-groups';
import type { PlannedWhole } from './whole-orders';
import { changesOrders } from './whole-orders';
import type { WholeSummary } from './whole-summary';

/** At most this many stretches of equal outputs, or classes of rows, are named. */
const NAMED = 8;

/** What a whole batch shows, in sentences, and how it is known. */
export function wholeFinding(whole: WholeResult, found: WholeSummary | null): string[] {
  const { plans, spec, rowsDone } = whole;
  const { batch } = plans;
  if (spec.repeatedRow !== null && batch === 1) return ['A call of one row has no other place in it.'];
  const sentences = rowsDone < batch ? null : spec.otherAdder !== undefined ? found && otherFinding(whole, spec.otherAdder, found) : spec.repeatedRow === null ? found && aloneFinding(batch, found) : placesFinding(whole);
  return sentences === null ? [`${formatCount(rowsDone)} of ${plural(batch, 'row')} are done.`] : withNote(whole, sentences);
}

/** The sentences, and how they are known. */
export function withNote({ plans: { provenance, note } }: PlannedWhole, [first, ...rest]: readonly string[]): string[] {
  return provenance === 'modelled' ? [`Modelled: ${uncapital(first!)}`, ...rest, note] : [first!, ...rest];
}

function aloneFinding(batch: number, { summary: { differing, of }, byRow, byColumn }: WholeSummary): string[] {
  if (differing === 0) return [`All ${plural(of, 'output')} are bit-equal to those of the same rows computed one at a time.`];
  const sentences = [`In one call of ${plural(batch, 'row')}, ${outputsDiffer(differing, of)} from the same rows computed one at a time.`];
  const untouched = byRow.reduce((rows, count) => rows + (count === 0 ? 1 : 0), 0);
  if (untouched > 0) sentences.push(`${plural(untouched, 'row')} ${untouched === 1 ? 'does' : 'do'} not differ at all.`);
  const equal = equalStretches(byColumn);
  if (equal.length > 0 && equal.length <= NAMED && batch > 1) sentences.push(`Outputs ${rangesText(equal, NAMED)} agree in every row.`);
  return sentences;
}

/** A call against the same one on another adder. */
function otherFinding(whole: WholeResult, adder: AdderName, { summary: { differing, of } }: WholeSummary): string[] {
  const title = adderTitle(adder);
  if (!changesOrders(whole)) return [`${title} ${NO_GROUPS}`];
  return [`The same numbers and the same code on ${title}: ${outputsDiffer(differing, of)}.`];
}

/** How many results a repeated row has in one call; null while they are not counted. */
export function placesFinding({ plans: { batch, outFeatures }, results }: Pick<WholeResult, 'plans' | 'results'>): string[] | null {
  if (results === null) return null;
  const repeated = `The same row, ${formatCount(batch)} times in one call:`;
  if (results.length === 1) return [`${repeated} one result.`, `All ${formatCount(batch)} are equal to the bit.`];
  const most = Math.max(...results.map(({ differing }) => differing));
  return [`${repeated} ${results.length} different results.`, `They begin at ${rowsText(results.map(({ rows }) => rows[0]![0]))}; up to ${outputsDiffer(most, outFeatures)} from row 0.`];
}

/** "rows 0, 6 and 120" */
export function rowsText(rows: readonly number[]): string {
  return `rows ${rows.length <= NAMED ? formatList(rows) : `${rows.slice(0, NAMED).join(', ')} and ${rows.length - NAMED} more`}`;
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
