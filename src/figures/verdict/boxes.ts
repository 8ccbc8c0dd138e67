import type { LayerData } from '../../linear/layer';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { comparePasted } from '../../pasted/compared-pair';
import type { PastedArrays } from '../../pasted/parse-printout';
import { parsePrintout } from '../../pasted/parse-printout';
import type { PastedArray } from '../../pasted/pasted-array';
import type { FigureValues } from '../../share/figure-settings';
import { LONGEST_PASTED } from '../../share/figure-settings';
import type { Box, BoxName, Comparable, Pasted } from '../../store/pasted';
import { NOTHING_PASTED } from '../../store/pasted';
import type { ExampleName } from './examples';
import { makeExample } from './examples';

type Values = FigureValues<'verdict'>;
type Shown = Pick<Values, 'example' | 'first' | 'second'>;

type Boxes = Readonly<Record<BoxName, Box>>;

/** What the figure is about, as it is set and with what was pasted. */
export interface Comparison {
  readonly boxes: Boxes;
  /** What is compared: what the boxes hold, or the last that could be. */
  readonly shown: Comparable;
  /** Whether that is what the boxes hold now. */
  readonly isCurrent: boolean;
  /** Why the two that are there now can't be compared. */
  readonly mismatch: ParseError | null;
}

export const EMPTY: Box = { text: '', held: null, arrays: null, problem: null };

export function textBox(text: string): Box {
  if (text.trim() === '') return { ...EMPTY, text };
  const parsed = parsePrintout(text);
  return { text, held: null, arrays: parsed.ok ? parsed.value : null, problem: parsed.ok ? null : parsed.error };
}

export function heldBox(name: string, arrays: PastedArrays): Box {
  return { ...EMPTY, held: name, arrays };
}

const EXAMPLE_X = 'the example’s x';

function arrayOf(values: Float32Array, shape: readonly number[]): PastedArray {
  return { values: Float64Array.from(values), shape, dtype: 'float32', digits: { kind: 'exact' } };
}

function layerBoxes(layer: LayerData | null): Pick<Boxes, 'x' | 'weight'> {
  if (layer === null) return { x: EMPTY, weight: EMPTY };
  const { inFeatures: K, outFeatures: N } = layer;
  return { x: heldBox(EXAMPLE_X, [arrayOf(layer.x, [K])]), weight: heldBox('the example’s W', [arrayOf(layer.weight, [N, K])]) };
}

function exampleBoxes(name: ExampleName): Boxes {
  const { first, second, layer } = makeExample(name);
  return { first: textBox(first), second: textBox(second), ...layerBoxes(layer) };
}

/** What stands in the boxes: an example's numbers, else what the settings hold, else what was pasted beyond them. */
function boxesOf({ example, first, second }: Shown, { boxes: kept }: Pasted): Boxes {
  if (example !== 'none') return exampleBoxes(example);
  return {
    first: first === '' ? (kept.first ?? EMPTY) : textBox(first),
    second: second === '' ? (kept.second ?? EMPTY) : textBox(second),
    x: kept.x ?? EMPTY,
    weight: kept.weight ?? EMPTY,
  };
}

/** The two results that the boxes hold: one each, or both in the first. Null while one is still missing. */
function pairIn({ first, second }: Boxes): Result<readonly [PastedArray, PastedArray] | null, ParseError> {
  const inFirst = first.arrays?.length ?? 0;
  const inSecond = second.arrays?.length ?? 0;
  if (inFirst + inSecond > 2) return fail({ message: `There are ${inFirst + inSecond} lists in the two boxes; only two are compared. Empty one box.` });
  const [a, b] = [...(first.arrays ?? []), ...(second.arrays ?? [])];
  if (a === undefined || b === undefined || first.problem || second.problem) return ok(null);
  const compared = comparePasted(a, b, null);
  return compared.ok ? ok([a, b]) : compared;
}

function comparableIn(boxes: Boxes): Result<Comparable | null, ParseError> {
  const pair = pairIn(boxes);
  return pair.ok ? ok(pair.value && { pair: pair.value, x: boxes.x.arrays?.[0], weight: boxes.weight.arrays?.[0] }) : pair;
}

function firstExample(): Comparable {
  const found = comparableIn(exampleBoxes('batches'));
  if (!found.ok || found.value === null) throw new Error('An example can be compared.');
  return found.value;
}

export function comparisonOf(values: Shown, pasted: Pasted): Comparison {
  const boxes = boxesOf(values, pasted);
  const found = comparableIn(boxes);
  const current = found.ok ? found.value : null;
  return { boxes, shown: current ?? pasted.last ?? firstExample(), isCurrent: current !== null, mismatch: found.ok ? null : found.error };
}

/** What the figure is set to, and keeps beside that, once the boxes hold this. */
export interface Change {
  readonly values: Partial<Values>;
  readonly pasted: Pasted;
}

/** The figure with one box changed. */
export function withBox({ boxes: before, shown }: Comparison, name: BoxName, box: Box): Change {
  const typed = { ...before, [name]: box };
  const pair = pairIn(typed);
  // The example's x and W belong to its numbers; they go when others take their place.
  const isNew = pair.ok && pair.value !== null && (name === 'first' || name === 'second');
  return keptFrom(isNew && before.x.held === EXAMPLE_X ? { ...typed, ...layerBoxes(null) } : typed, shown);
}

/** The figure with its two results changed over. */
export function swapped({ boxes, shown }: Comparison): Change {
  const [a, b] = shown.pair;
  return keptFrom({ ...boxes, first: boxes.second, second: boxes.first }, { ...shown, pair: [b, a] });
}

export function withExample(example: ExampleName): Change {
  return { values: { example, first: '', second: '', products: makeExample(example).products, dtype: 'printed' }, pasted: NOTHING_PASTED };
}

function keptFrom(boxes: Boxes, last: Comparable): Change {
  const inLink = ({ held, text }: Box): string => (held === null && text.length <= LONGEST_PASTED ? text : '');
  const values = { example: 'none', first: inLink(boxes.first), second: inLink(boxes.second) } as const;
  const beside = Object.entries(boxes).filter(([name, { text, held }]) => (text !== '' || held !== null) && ((name !== 'first' && name !== 'second') || values[name] === ''));
  return { values, pasted: { boxes: Object.fromEntries(beside), last } };
}
