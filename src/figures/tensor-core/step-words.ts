import type { AlignedTerms, BitLine } from '../../charts/aligned-terms';
import type { RowText, RowTexts } from '../../charts/marks/aligned-rows';
import { numberText } from '../../lib/float32-text';
import { pythonRepr } from '../../lib/python-repr';
import { powerText, sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import { nextDown, nextUp } from '../../numerics/float32';
import type { ShownAdder, Step, StepValues, Term } from './step';
import { GPU_NAMES, stepOf } from './step';

/** The accumulator first. */
export function termName(index: number): string {
  return index === 0 ? 'c' : `product ${index}`;
}

/** A double in its shortest form; whole numbers in full. */
export function exactText(value: number): string {
  return Object.is(value, Math.fround(value)) ? numberText(value) : pythonRepr(value);
}

/** A double in no more than 13 characters. */
export function shortText(value: number): string {
  const text = exactText(value);
  return text.length <= 13 ? text : exactText(Number(value.toPrecision(Math.abs(value) < 1e-3 ? 7 : 11)));
}

/** A number as the text has it, with a minus sign. */
function said(text: string): string {
  return text.replace(/^-/, '−');
}

/** What stands beside the rows of bits; `short` where there is room for one word. */
export function rowTexts({ terms, sum, result, exact }: Step, short = false): RowTexts {
  const loss = (lost: number): Pick<RowText, 'lost'> => (lost === 0 ? {} : { lost: sizeText(lost, 3) });
  return {
    terms: terms.map(({ value, lost }, i) => ({ name: short && i > 0 ? String(i) : termName(i), value: said(numberText(value)), ...loss(lost) })),
    sum: { name: short ? 'kept' : 'what is left', value: said(shortText(sum)), ...loss(sum - result) },
    result: { name: short ? 'result' : 'the result', value: said(numberText(result)) },
    exact: { name: 'exact', value: said(shortText(exact)) },
  };
}

/** The bits of a line as they are read aloud. */
function spoken({ negative, bits }: BitLine): string {
  return `${negative ? 'minus ' : ''}${bits.map(({ bit }) => bit).join('') || '0'}`;
}

/** The drawing in words. */
export function stepLabel({ terms, sum, result, exact, kept }: AlignedTerms): string {
  const cut = kept === null ? 'all terms are zero' : `terms are cut below 2 to the ${kept.last}`;
  return `The terms in binary, aligned under the largest; ${cut}. ${terms.map((line, i) => `${termName(i)}: ${spoken(line)}, ${line.bits.filter(({ lost }) => lost).length} cut off`).join('; ')}. What is left: ${spoken(sum)}; the result: ${spoken(result)}; exact: ${spoken(exact)}.`;
}

/** What a term loses, in a few words. */
export function lossWords({ value, lost }: Term): string {
  if (value === 0) return 'zero has no say';
  return lost === 0 ? 'all kept' : lost === value ? 'all cut off' : `${sizeText(lost, 3)} cut off`;
}

/** The result, where the digits went, and whether a larger accumulator would have given less. */
export function stepFinding(values: StepValues): string[] {
  const { adder: name, accumulator, factors } = values;
  const step = stepOf(name, accumulator, factors);
  const { aligned, bits, sum, result, exact, error } = step;
  const gpu = gpuText(name);
  if (aligned.kept === null) return [`${gpu} gives 0: all terms are zero.`];
  const right = error === 0;
  const sentences = [right ? `${gpu} gives ${said(numberText(result))}, which is the exact sum.` : `${gpu} gives ${said(numberText(result))}; the exact sum is ${said(exactText(exact))}.`];
  const { largest, last } = aligned.kept;
  sentences.push(
    bits.kept === bits.all
      ? `It aligns the terms under ${powerText(2, largest)} and cuts them below ${powerText(2, last)}, where none of their ${plural(bits.all, 'bit')} lies.`
      : `It aligns the terms under ${powerText(2, largest)} and cuts them below ${powerText(2, last)}: ${bits.kept} of their ${plural(bits.all, 'bit')} are kept.`,
  );
  if (sum !== result) sentences.push(`The cut to ${step.adder.resultBits} fraction bits then takes ${sizeText(sum - result, 3)} from what is left.`);
  if (name === 'h100-fp8' && accumulator !== 0) sentences.push('That is as published: the outputs of real GPUs that it was held against all had c = 0.');
  const other = falling(values, result);
  if (other !== null) sentences.push(other);
  return sentences;
}

/** A sentence if the neighbour of c on either side gives more for less. */
function falling({ adder, accumulator, factors }: StepValues, result: number): string | null {
  const [up, down] = [nextUp(accumulator), nextDown(accumulator)];
  const [above, below] = [up, down].map((c) => (Number.isFinite(c) ? stepOf(adder, c, factors).result : NaN));
  if (above! < result) return `Raise c to ${said(numberText(up))}, the next float32, and the sum falls to ${said(numberText(above!))}.`;
  if (below! > result) return `Lower c to ${said(numberText(down))}, the float32 before it, and the sum rises to ${said(numberText(below!))}.`;
  return null;
}

function gpuText(name: ShownAdder): string {
  return name === 'h100-fp8' ? 'An H100 in float8' : `${/^[AHL]/.test(GPU_NAMES[name]) ? 'An' : 'A'} ${GPU_NAMES[name]}`;
}
