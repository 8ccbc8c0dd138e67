import { capital, formatCount, formatList, plural } from '../lib/words';
import { comparePasted } from './compared-pair';
import type { PastedArray } from './pasted-array';
import type { Picked } from './pick-reading';
import type { Figures, PastedResult } from './reading';

/** What a reading takes, in a sentence or two. */
export function tookText(picked: Picked): string {
  switch (picked.kind) {
    case 'one':
      return `${capital(arrayText(picked.result.array))}, ${placesText([picked.result])}.`;
    case 'difference':
      return `A difference alone, ${arrayText(picked.result.array)}, ${placesText([picked.result])}.`;
    case 'figures':
      return `${figuresText(picked.figures)}, without the numbers that differ.`;
    case 'several':
      return `${plural(picked.results.length, 'result')} that can be compared in ${plural(picked.pairs.length, 'pair')}, ${placesText(picked.results)}.`;
    case 'pair':
      return pairText(picked.pair);
  }
}

function pairText(pair: readonly [PastedResult, PastedResult]): string {
  const [a, b] = pair.map(({ array }) => arrayText(array)) as [string, string];
  const what = a === b ? a.replace(/^[^,]*/, (count) => `${count} each`) : `${a} against ${b}`;
  const compared = comparePasted(pair[0].array, pair[1].array, null);
  if (!compared.ok) return `${capital(what)}, ${placesText(pair)}.`;
  const { part, actual, expected, slack } = compared.value;
  const showTheSame = actual.every((value, i) => Object.is(value, expected[i])) && slack.some((one) => one > 0);
  const unseen = showTheSame ? ' Both show the same digits, and whether they agree beyond them can’t be told: print them with torch.set_printoptions(precision=17), or .tolist().' : '';
  return `${capital(what)}, ${placesText(pair)}.${part === undefined ? '' : ` ${part.sentence}`}${unseen}`;
}

/** How many numbers, of which type, to how many digits. */
export function arrayText({ values, shape, dtype, digits, cut }: PastedArray): string {
  const size = shape && shape.length > 1 && !cut ? `${shape.join(' × ')} numbers` : plural(values.length, 'number');
  const of = cut?.of ? ` shown of ${formatCount(cut.of.reduce((product, length) => product * length, 1))}` : cut ? ' shown of more' : '';
  const places = digits.kind === 'exact' ? '' : digits.kind === 'decimals' ? `to ${plural(digits.count, 'decimal')}` : `to ${plural(digits.count, 'digit')}`;
  return [`${size}${of}`, dtype ?? 'type not said', places].filter((part) => part !== '').join(', ');
}

/** “from the lines ACTUAL and DESIRED”, “from lines 3 and 9”. */
function placesText(results: readonly PastedResult[]): string {
  const labels = results.map(({ label }) => label);
  const areNamed = labels.every((label) => label !== '') && new Set(labels).size === labels.length;
  if (areNamed) return `from the ${labels.length === 1 ? 'line' : 'lines'} ${listText(labels.map((label) => `“${label}”`))}`;
  const lines = [...new Set(results.map(({ line }) => line))];
  return `from ${lines.length === 1 ? 'line' : 'lines'} ${listText(lines)}`;
}

/** A list in words; the middle of a long one is left out. */
function listText(items: readonly (string | number)[]): string {
  return items.length <= 6 ? formatList(items) : `${items.slice(0, 4).join(', ')}, … and ${items.at(-1)}`;
}

function figuresText({ absolute, relative, mismatched }: Figures): string {
  const parts = [absolute && `the greatest absolute difference ${absolute.value}`, relative && `the greatest relative difference ${relative.value}`, mismatched && mismatchText(mismatched)];
  return capital(formatList(parts.filter((part) => part !== null)));
}

function mismatchText({ count, of, percent }: NonNullable<Figures['mismatched']>): string {
  return count !== null && of !== null ? `${formatCount(count)} of ${formatCount(of)} elements that mismatch` : `${percent} % of the elements that mismatch`;
}
