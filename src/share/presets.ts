import type { FigureId, FigureValues } from './figure-settings';
import type { PartId } from './figure-settings';
import type { Settings } from './settings';

/** What a preset sets: some values of some figures, and of the Lab. */
type PresetValues = { readonly [F in FigureId]?: Partial<FigureValues<F>> } & { readonly lab?: Partial<Settings> };

/** A state of the page that has a name, for links and embeds: `?preset=stripes`. */
export interface Preset {
  /** In links for ever: a name is never given to another state. */
  readonly name: string;
  readonly title: string;
  /** What is to be seen, in a sentence; no number that the page would have to compute. */
  readonly sentence: string;
  /** Where it is shown unless somebody asks for another of its parts. */
  readonly part: PartId;
  readonly values: PresetValues;
}

const OPENBLAS = 'pytorch-1.13-openblas-768x768';

/** The presets, in the order of the chapters. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'linear-4x8',
    title: 'The thread’s first snippet',
    sentence: 'Linear(4, 8) from seed 72: the mean of the first output row, printed for five batch sizes.',
    part: 'thread',
    values: { thread: { threadCase: 'linear-4x8' }, lab: { inFeatures: 4, outFeatures: 8, policy: 'recording', recording: 'pytorch-2.13-mkl-4x8', batches: [1, 2, 4, 8, 16] } },
  },
  {
    name: 'linear-768',
    title: 'Linear(768, 768)',
    sentence: 'The layer of the thread’s second snippet, through calls of many batch sizes.',
    part: 'heatmap',
    values: { thread: { threadCase: 'linear-768x768' }, heatmap: { mapOpen: true }, neighbours: {}, switchboard: {}, lab: {} },
  },
  {
    name: 'three-numbers',
    title: 'Three numbers, two sums',
    sentence: 'The same three float32 numbers, added with the brackets on the left and on the right.',
    part: 'sum-of-three',
    values: { 'sum-of-three': {} },
  },
  {
    name: 'tenths',
    title: '0.1, 0.2 and 0.3',
    sentence: 'No extremes needed: three everyday numbers whose sum depends on the brackets.',
    part: 'sum-of-three',
    values: { 'sum-of-three': { numbers: [Math.fround(0.1), Math.fround(0.2), Math.fround(0.3)] } },
  },
  {
    name: 'cancellation',
    title: 'Products that cancel',
    sentence: 'One dot product, step by step, whose products cancel a millionfold: what is lost early is all that is left.',
    part: 'stepper',
    values: { stepper: { data: 'cruel', kahan: true }, 'error-growth': { data: 'cancelling', power: 12 } },
  },
  {
    name: 'where-it-switches',
    title: 'Which library switches where',
    sentence: 'Recorded libraries, batch size along, one colour per order of addition.',
    part: 'kernel-map',
    values: { 'kernel-map': {} },
  },
  {
    name: 'stripes',
    title: 'Stripes at the tiles’ edges',
    sentence: 'OpenBLAS at 128 rows adds some outputs up in another order than the rest: the edges of its tiles.',
    part: 'heatmap',
    values: { heatmap: { recording: OPENBLAS, cell: { line: 128, column: 190 }, mapOpen: true }, neighbours: { recording: OPENBLAS, wholeBatch: 128 }, lab: { recording: OPENBLAS, cell: { line: 128, column: 190 } } },
  },
  {
    name: 'pairwise-vs-sequential',
    title: 'Pairwise against sequential',
    sentence: 'How the error of a sum grows with its length when it is added up one after the other, and by halves.',
    part: 'error-growth',
    values: { 'error-growth': { method: 'pairwise(8)' }, lab: { view: 'growth', growthData: 'positive', growthOrders: 'sequential;pairwise(1)' } },
  },
  {
    name: 'million-terms',
    title: 'A million positive products',
    sentence: 'A plain loop over 2²⁰ positive products, where terms vanish in a sum that has grown too large for them.',
    part: 'error-growth',
    values: { 'error-growth': { data: 'positive', method: 'sequential', exponent: 20 } },
  },
  {
    name: 'is-it-normal',
    title: 'Is my difference normal?',
    sentence: 'Two results of one layer, batch 1 against batch 4, and what a test should tolerate.',
    part: 'verdict',
    values: { verdict: {} },
  },
  {
    name: 'tf32',
    title: 'One side in TF32',
    sentence: 'A difference that no order of addition makes: one of the two results came from TF32 inputs.',
    part: 'verdict',
    values: { verdict: { example: 'tf32' }, lab: { format: 'tf32', baseline: 'exact' } },
  },
  {
    name: 'bfloat16',
    title: 'bfloat16 between the layers',
    sentence: 'Numbers kept in bfloat16 between layers lose far more to that rounding than to any order of addition.',
    part: 'depth',
    values: { depth: { netKept: 'bfloat16' }, flips: { netKept: 'bfloat16' }, lab: { format: 'bfloat16', baseline: 'exact' } },
  },
  {
    name: 'remedies',
    title: 'What you can do about it',
    sentence: 'Each remedy with the additions it costs, the outputs that still differ, and what it does not promise.',
    part: 'switchboard',
    values: { switchboard: {} },
  },
];

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}
