import { exactText } from '../../figure-parts/addition/term-words';
import { numberText } from '../../lib/number-text';
import { powerText, sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import { nextDown, nextUp } from '../../numerics/float32';
import type { ShownAdder, StepValues } from './step';
import { GPU_NAMES, stepOf } from './step';

/** The accumulator first. */
export function termName(index: number): string {
  return index === 0 ? 'c' : `product ${index}`;
}

/** Names of the rows of bits; `short` where there is room for one word. */
export function termNames(count: number, short = false): string[] {
  return Array.from({ length: count }, (_, i) => (short && i > 0 ? String(i) : termName(i)));
}

/** The result, where the digits went, and what is odd about it: at most three sentences. */
export function stepFinding(values: StepValues): string[] {
  const { adder: name, accumulator, factors } = values;
  const step = stepOf(name, accumulator, factors);
  const { aligned, bits, sum, result, exact, error } = step;
  const gpu = gpuText(name);
  if (aligned.kept === null) return [`${gpu} gives 0: all terms are zero.`];
  const right = error === 0;
  const sentences = [right ? `${gpu} gives ${numberText(result)}, which is the exact sum.` : `${gpu} gives ${numberText(result)}; the exact sum is ${exactText(exact)}.`];
  const { largest, last } = aligned.kept;
  sentences.push(
    bits.kept === bits.all
      ? `It aligns the terms under ${powerText(2, largest)} and cuts them below ${powerText(2, last)}: none of their ${plural(bits.all, 'bit')} is lost.`
      : `It aligns the terms under ${powerText(2, largest)} and cuts them below ${powerText(2, last)}: ${bits.kept} of their ${plural(bits.all, 'bit')} ${bits.kept === 1 ? 'is' : 'are'} kept.`,
  );
  const third = falling(values, result) ?? (sum !== result ? `The cut to ${step.adder.resultBits} fraction bits then takes ${sizeText(sum - result, 3)}.` : null);
  if (third !== null) sentences.push(third);
  return sentences;
}

/** What restricts the finding, in sentences; none for most. */
export function stepNotes({ adder, accumulator, factors }: StepValues): string[] {
  return [
    ...(stepOf(adder, accumulator, factors).rounded ? ['The factors were rounded to float8 (e5m2) first.'] : []),
    ...(adder === 'h100-fp8' && accumulator !== 0 ? ['That is as published: the outputs of real GPUs that it was held against all had c = 0.'] : []),
  ];
}

/** A sentence if the neighbour of c on either side gives more for less. */
function falling({ adder, accumulator, factors }: StepValues, result: number): string | null {
  const [up, down] = [nextUp(accumulator), nextDown(accumulator)];
  const [above, below] = [up, down].map((c) => (Number.isFinite(c) ? stepOf(adder, c, factors).result : NaN));
  if (above! < result) return `Raise c to ${numberText(up)}, the next float32: the sum falls to ${numberText(above!)}.`;
  if (below! > result) return `Lower c to ${numberText(down)}, the float32 before: the sum rises to ${numberText(below!)}.`;
  return null;
}

function gpuText(name: ShownAdder): string {
  return name === 'h100-fp8' ? 'An H100 in float8' : `${/^[AHL]/.test(GPU_NAMES[name]) ? 'An' : 'A'} ${GPU_NAMES[name].replace(/ .*/, '')}`;
}
