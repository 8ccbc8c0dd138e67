import type { ExplainMatch } from '../../experiments/explain';
import type { Explanation } from '../../experiments/explained';
import { capital, formatCount, plural } from '../../lib/words';
import { isModelled, whenText, whoText } from './explained-text';

/** Of several sources of the same bits so many are named beside the first. */
const MOST_NAMED = 2;

/** Who else gives the same bits as the two results, or comes nearest, and what that rests on: equal bits are evidence for a library as far as others give other bits. */
export function detailsText(explanation: Explanation): string {
  const { by, nearest, summary } = explanation;
  const ways = `${formatCount(summary.run)} ways of adding`;
  if (summary.telling === 0) return `All ${ways} that were run give the same bits here, so nothing tells whose digits these are.`;
  const found = by.filter((matches) => matches.length > 0).length;
  const said = by.map((matches, r) => (matches.length > 0 ? othersText(matches, r) : nearestText(nearest[r] ?? null, r, summary.outputs)));
  const apart = `part at ${formatCount(summary.telling)} of ${plural(summary.outputs, 'number')}.`;
  const rest = found === 0 ? [] : [found === by.length ? `${capital(ways)} were run; they ${apart}` : `The ways that were tried ${apart}`];
  return [...(found === 0 ? [`None of the ${ways} that were run gives either result to the bit.`] : []), ...said, ...rest].filter((sentence) => sentence !== '').join(' ');
}

const RESULTS = ['first', 'second'];

function othersText([best, ...rest]: readonly ExplainMatch[], r: number): string {
  const others = new Map<string, string>();
  for (const { source } of rest) {
    const name = whoText(source);
    // Of several matches of one source, the best comes first.
    if (name !== whoText(best!.source) && !others.has(name)) others.set(name, isModelled(source) ? `${name} (some rows modelled)` : name);
  }
  const names = [...others.values()];
  if (names.length === 0) return '';
  const more = names.length - MOST_NAMED;
  return `The ${RESULTS[r]} is also what ${names.slice(0, MOST_NAMED).join(more > 0 ? ', ' : ' and ')}${more > 0 ? ` and ${plural(more, 'other')}` : ''} ${names.length === 1 ? 'gives' : 'give'}.`;
}

/**
 * '' where the nearest gives fewer than half of the numbers: any two orders agree at some by chance, and `explain` gives an order
 * up at the same share.
 */
function nearestText(near: ExplainMatch | null, r: number, outputs: number): string {
  if (near === null || 2 * near.equal[r]! < near.tested) return '';
  return `Nearest to the ${RESULTS[r]} is what ${whoText(near.source)} gives${whenText(near.source)}: ${formatCount(near.equal[r]!)} of the ${formatCount(near.tested)} numbers${near.tested < outputs ? ' that were tried' : ''} are equal.`;
}
