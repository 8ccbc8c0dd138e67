import type { ExplainMatch } from '../../experiments/explain';
import type { ExplainSource } from '../../experiments/explain-candidates';
import type { Explanation } from '../../experiments/explained';
import { formatCount, formatList } from '../../lib/words';
import { printFamily } from '../../orders/family-text';
import { libraryWith } from '../../recordings/library-text';

const OTHER_SUM_NAMES = { float64: 'adding in float64 and rounding once', exact: 'rounding the exact sum once', kahan: 'Kahan’s compensated sum' } as const;

/** How a name from a recording is written: in Markdown it is escaped. */
type Written = (name: string) => string;

const asIs: Written = (name) => name;

/**
 * Whose digits the two results are: “The first result is what PyTorch 2.13.0 with MKL gives for one row, all 768
 * numbers to the bit; the second is what it gives for every recorded number of rows from 4 on.” Null where nothing tells.
 */
export function explainedText({ by, summary }: Explanation, written: Written = asIs): string | null {
  const [a, b] = [by[0]?.[0], by[1]?.[0]];
  if (summary.telling === 0 || (a === undefined && b === undefined)) return null;
  const all = `all ${formatCount(summary.outputs)} numbers to the bit`;
  const whole = ({ source }: ExplainMatch): string => `${whoText(source, written)} gives${whenText(source)}`;
  if (a === undefined || b === undefined) {
    const [given, open] = a === undefined ? ['second', 'first'] : ['first', 'second'];
    return `The ${given} result is what ${whole((a ?? b)!)}, ${all}; none of the ${formatCount(summary.run)} ways that were tried gives the ${open}.`;
  }
  const isSame = a.source.kind === 'recording' && b.source.kind === 'recording' && whoText(a.source, written) === whoText(b.source, written);
  return `The first result is what ${whole(a)}, ${all}; the second is what ${isSame ? `it gives${whenText(b.source)}` : `${whole(b)}, all to the bit`}.`;
}

export function isModelled(source: ExplainSource): boolean {
  return source.kind === 'recording' && source.fit === 'modelled';
}

export function whoText(source: ExplainSource, written: Written = asIs): string {
  switch (source.kind) {
    case 'recording': {
      const { library, fit } = source;
      const name = written(libraryWith(library));
      return fit !== 'carried' ? name : `an order of ${name}, carried over to this layer,`;
    }
    case 'pattern':
      return `the order of ${written(source.label.replace(/^Like /, ''))}, carried over to this K,`;
    case 'family':
      return `adding in the order \`${printFamily(source.family)}\`${source.style.fused ? ' with fused multiply-adds' : ''}`;
    case 'other':
      return OTHER_SUM_NAMES[source.name as keyof typeof OTHER_SUM_NAMES] ?? `the sum \`${source.name}\``;
  }
}

export function whenText(source: ExplainSource): string {
  if (source.kind === 'pattern') return source.from > 1 ? ` for ${formatCount(source.from)} rows and more` : ' for one row';
  if (source.kind !== 'recording') return '';
  const { row } = source;
  return ` for ${rowsText(source)}${isModelled(source) ? `, if the rows that were not recorded are added up like row ${row}` : row > 0 ? `, in row ${row}` : ''}`;
}

/** “one row”, “2 and 3 rows”, “every recorded number of rows from 4 on”. */
function rowsText({ batches, recorded }: Extract<ExplainSource, { kind: 'recording' }>): string {
  const [least] = batches;
  if (batches.length === 1) return least === 1 ? 'one row' : `${formatCount(least!)} rows`;
  if (batches.length === recorded.length) return 'every recorded number of rows';
  const isRest = batches.length === recorded.filter((batch) => batch >= least!).length;
  return isRest ? `every recorded number of rows from ${formatCount(least!)} on` : `${formatList(batches.map(formatCount))} rows`;
}
