import type { Candidate } from './find-results';
import { areNear } from './near';
import type { PastedArray } from './pasted-array';

/**
 * The candidates that count: printed numbers, along with whole numbers of the same shape; if nothing was printed, whole
 * numbers in brackets, else typed ones, else numbers in a sentence.
 *
 * @param hasFigures whether there are an assertion's own figures, which say more than any but printed numbers
 */
export function atItsBest(candidates: readonly Candidate[], hasFigures: boolean): Candidate[] {
  const printed = candidates.filter(({ rank }) => rank === 'printed');
  if (printed.length > 0) {
    const [only] = printed;
    // “With one row I get 0.127…, with sixteen 0.127….”
    if (printed.length === 1 && only!.form === 'single') {
      const twins = candidates.filter(({ rank, array }) => rank === 'prose' && areNear([...array.values], [...only!.array.values]));
      if (twins.length > 0) return candidates.filter((one) => one === only || twins.includes(one));
    }
    const odd = printed.length === 1 ? printed[0]!.array.values.length : null;
    return candidates.filter(({ rank, form, array, role }) => rank === 'printed' || (rank === 'whole' && (form !== 'single' || role !== null) && array.values.length === odd));
  }
  const whole = candidates.filter(({ rank, form, role }) => rank === 'whole' && (form !== 'single' || role !== null));
  if (hasFigures) return [];
  if (whole.length > 0) return whole;
  const code = candidates.filter(({ rank }) => rank === 'code');
  if (code.length > 0) return code;
  const prose = candidates.filter(({ rank }) => rank === 'prose');
  return prose.some(({ array }) => Number.isFinite(array.values[0])) ? prose : [];
}

/** The results among them: drops single numbers beside arrays, and turns pairs on successive lines into two lists. */
export function oneEach(results: readonly Candidate[]): Candidate[] {
  const brackets = results.filter(({ form }) => form === 'brackets');
  const lists = results.filter(({ array }) => array.values.length > 1);
  const kept = lists.length > 1 ? withoutTable(lists) : lists.length === 1 && brackets.includes(lists[0]!) ? lists : brackets.length > 1 ? brackets : [...results];
  if (kept.length < 3 || kept.some(({ array }) => array.values.length !== 1)) return kept;
  return pairedLines(kept) ?? joined(kept) ?? kept;
}

/** pytest's table of a few elements says less than the lists above it. */
function withoutTable(lists: readonly Candidate[]): Candidate[] {
  const brackets = lists.filter(({ form }) => form !== 'lines');
  return brackets.length > 1 ? brackets : [...lists];
}

function pairedLines(singles: readonly Candidate[]): Candidate[] | null {
  const inPairs = singles.length % 2 === 0 && singles.every(({ line }, i) => (i % 2 === 1 ? line === singles[i - 1]!.line : i === 0 || line !== singles[i - 1]!.line));
  return inPairs ? [0, 1].map((side) => listOf(singles.filter((_, i) => i % 2 === side))) : null;
}

/** Joins single numbers on successive lines without labels into one list, unless they repeat the same number. */
function joined(singles: readonly Candidate[]): Candidate[] | null {
  const numbers = singles.map(({ array }) => [array.values[0]!]);
  const isOne = singles.every(({ label, array }, i) => label === '' && array.shape?.length !== 1 && singles[i - 1]?.line !== singles[i]!.line) && !numbers.slice(1).every((number) => areNear(number, numbers[0]!));
  return isOne ? [listOf(singles)] : null;
}

function listOf(singles: readonly Candidate[]): Candidate {
  const [first] = singles as [Candidate];
  const values = Float64Array.from(singles, ({ array }) => array.values[0]!);
  const array: PastedArray = { values, shape: null, dtype: first.array.dtype, digits: first.array.digits };
  return { ...first, array };
}
