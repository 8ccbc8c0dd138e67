import { formatCount, plural } from '../lib/words';
import { printFamily } from '../orders/family-text';
import { libraryInBrackets } from '../recordings/library-text';
import type { ExplainMatch } from './explain';
import type { ExplainSource } from './explain-candidates';
import type { Explanation } from './explained';

/** What the two results are called. */
const NAMES = ['a', 'b'] as const;
/** Of several sources that give the same bits, so many are named. */
const MOST_NAMED = 3;

const OTHER_SUMS = {
  float64: 'what a float64 accumulator gives, rounded to float32 at the end',
  exact: 'the exact sum, rounded once',
  kahan: 'what Kahan’s compensated sum gives',
} as const;

/**
 * Whose digits the two results are, in plain sentences: who gives all bits of each; else what comes nearest. Equal bits are
 * evidence for a library, as far as others give other bits, so the last sentence says how many outputs tell them apart.
 */
export function explanationSentences({ by, nearest, summary }: Explanation): string[] {
  if (summary.telling === 0) return [`All ${formatCount(summary.run)} ways of adding that were run give the same bits here, so nothing tells whose digits these are.`];
  const of = summary.outputs === 1 ? 'its only output' : `all ${formatCount(summary.outputs)}`;
  const said = by.map((matches, r) => {
    const best = matches[0];
    if (best !== undefined) return `Result ${NAMES[r]} is ${sourceText(best)}, ${of} to the bit${others(matches)}.`;
    const near = nearest[r] ?? null;
    const nothing = `Nothing that was run gives result ${NAMES[r]} to the bit`;
    return near === null || near.equal[r] === 0 ? `${nothing}.` : `${nothing}; ${sourceText(near)} comes nearest, with ${plural(near.equal[r]!, 'equal output')}${near.tested < summary.outputs ? ` of the ${formatCount(near.tested)} that were tried` : ''}.`;
  });
  const isSome = by.some((matches) => matches.length > 0);
  return [...said, isSome ? `${plural(summary.run, 'way')} of adding were run; they part at ${formatCount(summary.telling)} of ${plural(summary.outputs, 'output')}.` : `${plural(summary.run, 'way')} of adding were run.`];
}

/** Other sources of the same bits, by name. */
function others([best, ...rest]: readonly ExplainMatch[]): string {
  const names = [...new Set(rest.map(({ source }) => shortName(source)))].filter((name) => name !== shortName(best!.source));
  if (names.length === 0) return '';
  const more = names.length - MOST_NAMED;
  return `; so do ${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${plural(more, 'other')}` : ''}`;
}

/** What stands behind "Result a is": "what PyTorch 2.13.0 (MKL 2024.2) gives for 1 row". */
function sourceText({ source }: ExplainMatch): string {
  switch (source.kind) {
    case 'recording':
      return `what ${libraryInBrackets(source.library)} gives for ${rowsText(source)}${source.row > 0 ? `, in row ${source.row}` : ''}${source.fit === 'carried' ? ', by the order that was recorded at another size of the layer' : ''}`;
    case 'pattern':
      return `what the way of ${nameOfPattern(source.label)}, carried over to this K, gives for ${plural(source.from, 'row')}${source.from === 1 ? '' : ' and more'}`;
    case 'family':
      return `what ${familyText(source)} gives`;
    case 'other':
      return OTHER_SUMS[source.name as keyof typeof OTHER_SUMS] ?? `what ${source.name} gives`;
  }
}

function shortName(source: ExplainSource): string {
  switch (source.kind) {
    case 'recording':
      return libraryInBrackets(source.library);
    case 'pattern':
      return nameOfPattern(source.label);
    case 'family':
      return printFamily(source.family);
    case 'other':
      return source.name;
  }
}

/** "Like PyTorch 2.13" → "PyTorch 2.13". */
function nameOfPattern(label: string): string {
  return label.replace(/^Like /, '');
}

function familyText({ family, style }: Extract<ExplainSource, { kind: 'family' }>): string {
  const bias = { none: '', first: ', the bias first', last: ', the bias last', 'after-first-block': ', the bias after the first block' }[style.bias];
  return `${printFamily(family)}, ${style.fused ? 'with fused multiply-adds' : 'each product rounded'}${bias},`;
}

/** "1 row", "4 rows and more" where all larger batches recorded are among them, "2 and 3 rows", "any number of rows recorded". */
function rowsText({ batches, recorded }: Extract<ExplainSource, { kind: 'recording' }>): string {
  if (batches.length === recorded.length) return recorded.length === 1 ? plural(batches[0]!, 'row') : 'every number of rows that was recorded';
  const from = recorded.indexOf(batches[0]!);
  const isSuffix = batches.length > 1 && batches.every((batch, i) => recorded[from + i] === batch) && from + batches.length === recorded.length;
  if (isSuffix) return `${batches[0]} rows and more`;
  return batches.length === 1 ? plural(batches[0]!, 'row') : `${batches.slice(0, -1).map(formatCount).join(', ')} and ${formatCount(batches.at(-1)!)} rows`;
}
