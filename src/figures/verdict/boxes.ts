import { layerTitle } from '../../lib/words';
import type { DifferenceFigures } from '../../experiments/judge-figures';
import type { LayerData } from '../../linear/layer';
import { torchLayer } from '../../linear/torch-data';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { comparePasted } from '../../pasted/compared-pair';
import { readPasted } from '../../pasted/read-pasted';
import type { ThreadCase } from '../../recordings/thread';
import { THREAD } from '../../recordings/thread';
import type { Figures, Reading } from '../../pasted/reading';
import { resultName, resultText } from '../../pasted/result-text';
import type { PastedArray, PastedArrays } from '../../pasted/pasted-array';
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
  readonly example: Values['example'];
  /** The two results are an example's, as they were or changed over, or with another x, W or b. */
  readonly ofExample: boolean;
  readonly boxes: Boxes;
  /** The two results that the boxes hold; null where they hold no two that can be compared. */
  readonly shown: Comparable | null;
  /** What the boxes hold instead: a difference, or figures of an assertion, without the results. */
  readonly alone: DifferenceFigures | null;
  /** Why the two that are there can't be compared. */
  readonly mismatch: ParseError | null;
}

export const EMPTY: Box = { text: '', held: null, arrays: null, alone: null, several: null, took: null, leftOut: [], problem: null };

export function textBox(text: string): Box {
  return text.trim() === '' ? { ...EMPTY, text } : { ...readingBox(readPasted(text)), text };
}

/** A file, or a text too long to edit, that is held under this name; null where nothing in it can be used. */
export function heldBox(name: string, arrays: PastedArrays): Box {
  return { ...EMPTY, held: name, arrays };
}

/** What a reading puts into a box, but for its text. */
export function readingBox(reading: Reading): Box {
  if (reading.kind === 'nothing') return { ...EMPTY, problem: reading.position === undefined ? { message: reading.message } : { message: reading.message, position: reading.position } };
  if (reading.kind === 'several' && reading.pairs.length === 0) return { ...EMPTY, problem: { message: `There are ${reading.results.length} results here, and no two of them have the same outputs: leave two that belong together.` } };
  const read = { ...EMPTY, took: reading.took, leftOut: reading.leftOut.map(({ sentence }) => sentence) };
  switch (reading.kind) {
    case 'one':
      return { ...read, arrays: [reading.result.array] };
    case 'pair':
      return { ...read, arrays: [reading.pair[0].array, reading.pair[1].array] };
    case 'several':
      return { ...read, several: { results: reading.results, pairs: reading.pairs } };
    case 'difference':
      return { ...read, alone: ofDifference(reading.result.array) };
    case 'figures':
      return { ...read, alone: ofFigures(reading.figures) };
  }
}

function ofDifference({ values, dtype }: PastedArray): DifferenceFigures {
  return { dtype: dtype ?? 'float32', absolute: values.reduce((most, value) => (Number.isNaN(value) ? NaN : Math.max(most, Math.abs(value))), 0), relative: null, of: values.length };
}

function ofFigures({ absolute, relative, mismatched }: Figures): DifferenceFigures {
  return { dtype: 'float32', absolute: absolute?.value ?? null, relative: relative?.value ?? null, of: mismatched?.of ?? null };
}

function arrayOf(values: Float32Array, shape: readonly number[]): PastedArray {
  return { values: Float64Array.from(values), shape, dtype: 'float32', digits: { kind: 'exact' } };
}

const EXAMPLE = 'the example';

function layerBoxes(layer: LayerData | null, whose = EXAMPLE): Pick<Boxes, 'x' | 'weight' | 'bias'> {
  if (layer === null) return { x: EMPTY, weight: EMPTY, bias: EMPTY };
  const { inFeatures: K, outFeatures: N, rows } = layer;
  return {
    x: heldBox(`${whose}’s x`, [arrayOf(layer.x, rows === 1 ? [K] : [rows, K])]),
    weight: heldBox(`${whose}’s W`, [arrayOf(layer.weight, [N, K])]),
    bias: layer.bias === null ? EMPTY : heldBox(`${whose}’s b`, [arrayOf(layer.bias, [N])]),
  };
}

function exampleBoxes(name: ExampleName): Boxes {
  const { first, second, layer } = makeExample(name);
  return { first: textBox(first), second: textBox(second), ...layerBoxes(layer) };
}

/** What stands in the boxes: an example's numbers, else what the settings hold, else what was pasted beyond them. */
function boxesOf({ example, first, second }: Shown, kept: Pasted): Boxes {
  if (example !== 'none') return exampleBoxes(example);
  const behind = isOfExample({ example, first, second }, kept) ? (box = EMPTY): Box => box : withoutExample;
  return {
    first: first === '' ? (kept.first ?? EMPTY) : textBox(first),
    second: second === '' ? (kept.second ?? EMPTY) : textBox(second),
    x: behind(kept.x),
    weight: behind(kept.weight),
    bias: behind(kept.bias),
  };
}

function isOfExample({ example, first, second }: Shown, { ofExample }: Pasted): boolean {
  return example !== 'none' || (ofExample?.[0] === first && ofExample[1] === second);
}

/** It holds something of which it isn't known yet what is to be compared. */
function isOpen({ problem, several }: Box): boolean {
  return problem !== null || several !== null;
}

/** The two results that the boxes hold: one each, or both in the first. Null while one is still missing. */
function pairIn({ first, second }: Boxes): Result<readonly [PastedArray, PastedArray] | null, ParseError> {
  const inFirst = first.arrays?.length ?? 0;
  const inSecond = second.arrays?.length ?? 0;
  if (inFirst + inSecond > 2) return fail({ message: `There are ${inFirst + inSecond} lists in the two boxes; only two are compared. Empty one box.` });
  const [a, b] = [...(first.arrays ?? []), ...(second.arrays ?? [])];
  if (a === undefined || b === undefined || isOpen(first) || isOpen(second)) return ok(null);
  const compared = comparePasted(a, b, null);
  return compared.ok ? ok([a, b]) : compared;
}

function comparableIn(boxes: Boxes): Result<Comparable | null, ParseError> {
  const pair = pairIn(boxes);
  return pair.ok ? ok(pair.value && { pair: pair.value, x: boxes.x.arrays?.[0], weight: boxes.weight.arrays?.[0], bias: boxes.bias.arrays?.[0] }) : pair;
}

export function comparisonOf(values: Shown, pasted: Pasted): Comparison {
  const boxes = boxesOf(values, pasted);
  const found = comparableIn(boxes);
  const shown = found.ok ? found.value : null;
  return { example: values.example, ofExample: isOfExample(values, pasted), boxes, shown, alone: shown === null && boxes.first.several === null && boxes.second.several === null ? (boxes.first.alone ?? boxes.second.alone) : null, mismatch: found.ok ? null : found.error };
}

/** What the figure is set to, and keeps beside that, once the boxes hold this. */
export interface Change {
  readonly values: Partial<Values>;
  readonly pasted: Pasted;
}

/** The figure with one box changed. Where an example stood, what is not the reader's goes: x, W, b, K, and the other result unless this one fits it. */
export function withBox({ boxes: before, ofExample }: Comparison, name: BoxName, box: Box): Change {
  if (!ofExample || (name !== 'first' && name !== 'second')) return holding({ ...before, [name]: box }, ofExample);
  const other = name === 'first' ? 'second' : 'first';
  const fits = box.arrays?.length === 1 && box.arrays[0].values.length === before[other].arrays?.[0].values.length;
  const { values, pasted } = holding({ ...before, x: withoutExample(before.x), weight: withoutExample(before.weight), bias: withoutExample(before.bias), ...(!fits && { [other]: EMPTY }), [name]: box }, false);
  return { values: { ...values, products: 0, dtype: 'printed' }, pasted };
}

/** The box, but empty if what it holds is the example’s. */
function withoutExample(box: Box = EMPTY): Box {
  return box.held?.startsWith(`${EXAMPLE}’s `) ? EMPTY : box;
}

/** The figure with x, W and b as `torch.manual_seed(72); nn.Linear(K, N); torch.rand(rows, K)` draw them today, of a layer of the thread. */
export function withThreadLayer({ boxes, ofExample }: Comparison, name: ThreadCase['name']): Change {
  const { inFeatures: K, outFeatures: N, seed } = THREAD.find((thread) => thread.name === name)!;
  const outputs = boxes.first.arrays?.[0].values.length ?? N;
  const rows = outputs % N === 0 ? outputs / N : 1;
  const layer = torchLayer({ inFeatures: K, outFeatures: N, rows, seed, uniform: 'fused', bias: true });
  return holding({ ...boxes, ...layerBoxes(layer, `the thread’s ${layerTitle({ inFeatures: K, outFeatures: N })} layer`) }, ofExample);
}

/** The figure with two of the results that a box holds, one in each box. */
export function withChosen({ boxes }: Comparison, name: BoxName, [a, b]: readonly [number, number]): Change {
  const { several, text, held } = boxes[name];
  if (several === null) throw new Error('There is nothing to choose from.');
  const chosen = (at: number): Box => {
    const own = held === null ? resultText(text, several.results, at) : null;
    return own === null ? heldBox(resultName(several.results, at), [several.results[at]!.array]) : textBox(own);
  };
  return holding({ ...boxes, first: chosen(a), second: chosen(b) }, false);
}

/** The figure with its two results changed over. */
export function swapped({ boxes, ofExample }: Comparison): Change {
  return holding({ ...boxes, first: boxes.second, second: boxes.first }, ofExample);
}

export function withExample(example: ExampleName): Change {
  return { values: { example, first: '', second: '', products: makeExample(example).products, dtype: 'printed' }, pasted: NOTHING_PASTED };
}

function holding(boxes: Boxes, ofExample: boolean): Change {
  const inLink = ({ held, text }: Box): string => (held === null && text.length <= LONGEST_PASTED ? text : '');
  const values = { example: 'none', first: inLink(boxes.first), second: inLink(boxes.second) } as const;
  const beside = Object.entries(boxes).filter(([name, { text, held }]) => (text !== '' || held !== null) && ((name !== 'first' && name !== 'second') || values[name] === ''));
  return { values, pasted: { ...Object.fromEntries(beside), ...(ofExample && { ofExample: [values.first, values.second] as const }) } };
}
