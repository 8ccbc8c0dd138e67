import type { AlignedTerms, BitLine } from '../../charts/aligned-terms';
import type { RowText, RowTexts } from '../../charts/marks/aligned-rows';
import { numberText, writtenNumber } from '../../lib/number-text';
import { typedText } from '../../lib/float32-text';
import { pythonRepr } from '../../lib/python-repr';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { StepApart, Term } from './step-apart';

/** A double in its shortest form; whole numbers in full. */
export function exactText(value: number): string {
  return writtenNumber(printedText(value));
}

/** A double in about 13 characters. */
export function shortText(value: number): string {
  return exactText(printedText(value).length <= 13 ? value : Number(value.toPrecision(Math.abs(value) < 1e-3 ? 7 : 11)));
}

function printedText(value: number): string {
  return Object.is(value, Math.fround(value)) ? typedText(value) : pythonRepr(value);
}

/** What stands beside the rows of bits; `names` are those of the terms; `short` where there is room for one word. */
export function rowTexts({ terms, sum, result, exact }: StepApart, names: readonly string[], short = false): RowTexts {
  const loss = (lost: number): Pick<RowText, 'lost'> => (lost === 0 ? {} : { lost: sizeText(lost, 3) });
  return {
    terms: terms.map(({ value, lost }, i) => ({ name: names[i]!, value: numberText(value), ...loss(lost) })),
    sum: { name: short ? 'kept' : 'what is left', value: shortText(sum), ...loss(sum - result) },
    result: { name: short ? 'result' : 'the result', value: numberText(result) },
    exact: { name: 'exact', value: shortText(exact) },
  };
}

/** The bits of a line as they are read aloud. */
function spoken({ negative, bits }: BitLine): string {
  return `${negative ? 'minus ' : ''}${bits.map(({ bit }) => bit).join('') || '0'}`;
}

/** The drawing in words. */
export function stepLabel({ terms, sum, result, exact, kept }: AlignedTerms, names: readonly string[]): string {
  const cut = kept === null ? 'all terms are zero' : `terms are cut below 2 to the ${formatCount(kept.last)}`;
  return `The terms in binary, aligned under the largest; ${cut}. ${terms.map((line, i) => `${names[i]}: ${spoken(line)}, ${line.bits.filter(({ lost }) => lost).length} cut off`).join('; ')}. What is left: ${spoken(sum)}; the result: ${spoken(result)}; exact: ${spoken(exact)}.`;
}

/** What a term loses, in a few words. */
export function lossWords({ value, lost }: Term): string {
  if (value === 0) return 'zero has no say';
  return lost === 0 ? 'all kept' : lost === value ? 'all cut off' : `${sizeText(lost, 3)} cut off`;
}
