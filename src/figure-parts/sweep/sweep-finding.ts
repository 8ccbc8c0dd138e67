import type { SweepRow } from '../../experiments/batch-sweep';
import { differing } from '../../experiments/differences';
import { outputDtype } from '../../linear/output-format';
import type { Outputs } from '../../linear/run-plan';
import type { AdderName } from '../../numerics/group-sizes';
import { adderTitle } from '../../numerics/adder-title';
import { planKey } from '../../experiments/plan-key';
import type { Baseline } from '../../share/special-settings';
import { otherAdderOf } from '../../share/other-adder';
import { NO_GROUPS } from '../difference-map/no-groups';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import { batchesText, capital, formatCount, formatList, outputsDiffer, plural } from '../../lib/words';

/** At most this many groups are named. */
const NAMED = 4;

/** What the sweep shows, in sentences: which batch sizes agree, and how many outputs differ from the baseline. */
export function sweepFinding(sweep: SweepResult, baseline: Baseline): string[] {
  const { rows, spec } = sweep;
  if (rows.length < spec.batches.length) return [`${rows.length} of ${spec.batches.length} batch sizes are done.`];
  const groups = equalRows(rows);
  const other = otherAdderOf(baseline);
  return [...agreement(groups, spec.layer.outFeatures), ...(other === null ? distances(sweep, groups, baseline) : otherCalls(sweep, other)), ...modelled(rows)];
}

/** Which batch sizes' orders were not recorded. */
function modelled(rows: readonly SweepRow[]): string[] {
  const some = rows.filter(({ provenance }) => provenance === 'modelled');
  if (some.length === 0) return [];
  return [some.length === rows.length ? 'All of these orders are modelled, not recorded.' : `The orders of ${batchesText(batchesOf(some))} are modelled, not recorded.`];
}

function agreement(groups: readonly SweepRow[][], N: number): string[] {
  const all = groups.flat();
  if (all.length === 1) return [`${capital(batchesText(batchesOf(all)))} is the only one in the list, so there is nothing to compare it with.`];
  if (groups.length === 1) return [`All ${all.length} batch sizes agree to the bit: ${formatCount(N)} of ${plural(N, 'output')}.`];
  const shared = groups.filter((group) => group.length > 1);
  if (shared.length === 0) return ['No two of these batch sizes agree in every output.'];
  const names = shared.slice(0, NAMED).map((group) => formatList(batchesOf(group)));
  if (names.length === 1) return [`Batches ${names[0]} agree to the bit with one another.`];
  return [`These agree to the bit with one another: batches ${names.join('; batches ')}.`];
}

function distances(sweep: SweepResult, groups: readonly SweepRow[][], baseline: Baseline): string[] {
  const base = baselineValues(sweep, baseline, 0);
  const others = typeof baseline === 'number' ? groups.filter((group) => !batchesOf(group).includes(baseline)) : groups;
  if (base === null || others.length === 0) return [];
  const N = sweep.spec.layer.outFeatures;
  const [first, ...rest] = others.slice(0, NAMED).map((group) => ({ count: differing(group[0]!.values, base, outputDtype(sweep.spec.layer)), where: batchesText(batchesOf(group)) }));
  const parts = [`${formatCount(first!.count)} of ${plural(N, 'output')} ${againstText(baseline, first!.count)} at ${first!.where}`, ...rest.map(({ count, where }) => `${formatCount(count)} at ${where}`)];
  const more = others.length > NAMED ? ' The table has the others.' : '';
  return [`${formatList(parts)}.${more}`];
}

/** Each call against the same one on another adder. */
function otherCalls({ rows, spec: { layer } }: SweepResult, adder: AdderName): string[] {
  const title = adderTitle(adder);
  const changed = rows.filter(({ orders, other }) => other !== undefined && planKey(orders) !== planKey(other.orders));
  if (changed.length === 0) return [`${title} ${NO_GROUPS}`];
  const counts = new Map<number, number[]>();
  for (const { batch, values, other } of rows) {
    const count = other === undefined ? 0 : differing(values, other.values, outputDtype(layer));
    counts.set(count, [...(counts.get(count) ?? []), batch]);
  }
  if (counts.size === 1 && counts.has(0)) return [`On ${title} they give the same bits, on these numbers.`];
  const [first, ...rest] = [...counts].slice(0, NAMED).map(([count, batches]) => ({ count, where: batchesText(batches) }));
  const parts = [`${outputsDiffer(first!.count, layer.outFeatures)} at ${first!.where}`, ...rest.map(({ count, where }) => `${formatCount(count)} at ${where}`)];
  return [`The same numbers and the same code on ${title}: ${formatList(parts)}.${counts.size > NAMED ? ' The table has the others.' : ''}`];
}

function againstText(baseline: Baseline, count: number): string {
  const verb = count === 1 ? 'differs' : 'differ';
  if (baseline === 'exact') return `${verb} from the correctly rounded sum`;
  return `${verb} from ${baseline === 'float64' ? 'the rounded float64 sum' : `batch ${baseline}`}`;
}

function batchesOf(rows: readonly SweepRow[]): number[] {
  return rows.map(({ batch }) => batch);
}

/** Whether all outputs agree by the rule of `differing`: on bits, with all NaN equal. */
function sameBits(a: Outputs, b: Outputs): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Groups rows with equal outputs, in the order of each group's first row. */
function equalRows(rows: readonly SweepRow[]): SweepRow[][] {
  const groups: SweepRow[][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => sameBits(first!.values, row.values));
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  return groups;
}
