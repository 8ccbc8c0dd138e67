import { familyMethod } from '../experiments/method-spec';
import type { PartId } from './figure-settings';
import { FLIPS_NETWORK } from './figure-settings';
import type { PartValues, SomeParts } from './part-values';
import { FIRST_PARTS } from './part-values';

/** A named state of the page, for links and embeds: `?preset=stripes`. */
export interface Preset {
  /** Permanent in links: a name is never reused for another state. */
  readonly name: string;
  readonly title: string;
  /** What there is to see, in one sentence, without any number that the page would have to compute. */
  readonly sentence: string;
  /** Where it is shown, unless a link asks for another of its parts. */
  readonly part: PartId;
  readonly values: SomeParts;
}

/** The recording whose tiles show best. */
export const OPENBLAS = 'pytorch-1.13-openblas-768x768';
const NUMPY = 'numpy-2.4-openblas-haswell-768x768';

/** The presets, in the order of the chapters. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'linear-4x8',
    title: 'Five lines that should agree',
    sentence: 'Linear(4, 8) from seed 72, as in the thread: the mean of one output row, printed for five batch sizes.',
    part: 'thread',
    values: { thread: { threadCase: 'linear-4x8' }, lab: { inFeatures: 4, outFeatures: 8, schedule: 'recording', recording: 'pytorch-2.13-mkl-4x8', batches: [1, 2, 4, 8, 16] } },
  },
  {
    name: 'linear-768',
    title: 'A layer of 768 inputs',
    sentence: 'Linear(768, 768), the thread’s second layer, on today’s PyTorch: one row in calls of six batch sizes.',
    part: 'heatmap',
    values: { heatmap: {}, thread: { threadCase: 'linear-768x768' }, switchboard: {}, lab: {} },
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
    sentence: 'Three everyday numbers whose sum depends on the brackets in float64. In float32, does it?',
    part: 'sum-of-three',
    values: { 'sum-of-three': { numbers: [Math.fround(0.1), Math.fround(0.2), Math.fround(0.3)] } },
  },
  {
    name: 'tenths-apart',
    title: '0.1, 0.3 and 0.4',
    sentence: 'No extremes needed: three everyday numbers whose float32 sum depends on the brackets.',
    part: 'sum-of-three',
    values: { 'sum-of-three': { numbers: [Math.fround(0.1), Math.fround(0.3), Math.fround(0.4)] } },
  },
  {
    name: 'cancellation',
    title: 'Products that cancel',
    sentence: 'One dot product, step by step, whose products cancel a millionfold; the error of the early steps is as large as what is left.',
    part: 'stepper',
    values: { stepper: { data: 'cruel', kahan: true }, 'error-growth': { data: 'cancelling', power: 12 } },
  },
  {
    name: 'two-kernels',
    title: 'Two kernels at work',
    sentence: 'The same sum at batch 1 and at batch 4: four partial sums side by side, then blocks one after another.',
    part: 'walks',
    values: { walks: {} },
  },
  {
    name: 'where-it-switches',
    title: 'Which library switches where',
    sentence: 'Recorded libraries by batch size, with one colour per order of addition.',
    part: 'kernel-map',
    values: { 'kernel-map': {} },
  },
  {
    name: 'stripes',
    title: 'Stripes at the tiles’ edges',
    sentence: 'At 128 rows OpenBLAS adds up some outputs in a different order from the rest: the edges of its tiles.',
    part: 'heatmap',
    values: { heatmap: { recording: OPENBLAS, cell: { line: 128, column: 190 }, wholeBatch: 128 }, lab: { recording: OPENBLAS, cell: { line: 128, column: 190 } } },
  },
  {
    name: 'neighbours',
    title: 'Same rows, other neighbours',
    sentence: 'Every row of one call against the same row computed alone: nothing but its company and its place has changed.',
    part: 'heatmap',
    values: { heatmap: { view: 'rows' }, lab: { view: 'whole', wholeBatch: 16 } },
  },
  {
    name: 'one-row-everywhere',
    title: 'One row, several results',
    sentence: 'One row repeated through a single call of NumPy: nothing but its place in the call differs.',
    part: 'heatmap',
    values: { heatmap: { view: 'rows', recording: NUMPY, wholeBatch: 128, against: 'elsewhere' }, lab: { view: 'whole', recording: NUMPY, wholeBatch: 128, against: 'elsewhere', mapLayer: 'orders' } },
  },
  {
    name: 'pairwise-vs-sequential',
    title: 'Pairwise against one by one',
    sentence: 'How the error of a sum grows with its length when it is added up one by one, and by halves.',
    part: 'error-growth',
    values: { 'error-growth': { method: 'pairwise(8)' }, lab: { view: 'growth', growthData: 'positive', growthOrders: [familyMethod('sequential'), familyMethod('pairwise', 1)] } },
  },
  {
    name: 'million-terms',
    title: 'A million positive products',
    sentence: 'A plain loop over 2²⁰ positive products, where terms vanish in a sum that has grown too large for them.',
    part: 'error-growth',
    values: { 'error-growth': { data: 'positive', method: 'sequential', exponent: 20 } },
  },
  {
    name: 'nearer',
    title: 'Which order comes nearer?',
    sentence: 'Batch 1 and batch 16 against the exact sum, for short sums and long ones.',
    part: 'nearer',
    values: { nearer: {} },
  },
  {
    name: 'is-it-normal',
    title: 'Is my difference normal?',
    sentence: 'Two results of one layer, batch 1 against batch 4, and what a test should tolerate.',
    part: 'verdict',
    values: { verdict: {} },
  },
  {
    name: 'not-symmetric',
    title: 'Close one way round only',
    sentence: 'Two numbers that allclose accepts in one order of its arguments and rejects in the other.',
    part: 'verdict',
    values: { verdict: { example: 'swap' } },
  },
  {
    name: 'tf32',
    title: 'One side in TF32',
    sentence: 'A difference that no order of addition is likely to make: one of the two results came from TF32 inputs.',
    part: 'verdict',
    values: { verdict: { example: 'tf32' }, lab: { format: 'tf32', baseline: 'exact' } },
  },
  {
    name: 'through-a-network',
    title: 'Through a network',
    sentence: 'The difference between two batch sizes, layer by layer.',
    part: 'depth',
    values: { depth: {} },
  },
  {
    name: 'flips',
    title: 'How often the answer flips',
    sentence: 'How often the largest output is another one in a larger call.',
    part: 'depth',
    values: { depth: { netView: 'flips', ...FLIPS_NETWORK } },
  },
  {
    name: 'bfloat16',
    title: 'bfloat16 between the layers',
    sentence: 'Numbers kept in bfloat16 between layers lose far more to that rounding than to any order of addition.',
    part: 'depth',
    values: { depth: { netBetween: 'bfloat16' }, lab: { format: 'bfloat16', baseline: 'exact' } },
  },
  {
    name: 'two-gpus',
    title: 'Two GPUs',
    sentence: 'One layer in bfloat16 on an H100 and on an A100: the same numbers and the same code, added up by other tensor cores.',
    part: 'lab',
    values: {
      lab: {
        schedule: 'thresholds',
        orders: [{ from: 1, method: familyMethod('split', 4, 'h100') }, { from: 16, method: familyMethod('sequential', 0, 'h100') }],
        format: 'bfloat16',
        baseline: 'on-a100',
        unit: 'ulp',
      },
    },
  },
  {
    name: 'remedies',
    title: 'Can it be switched off?',
    sentence: 'Each remedy with the additions it costs, the outputs that still differ, and what it does not promise.',
    part: 'switchboard',
    values: { switchboard: {} },
  },
];

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}

/** The parts of the page that a preset sets, its own first. */
export function presetParts({ part, values }: Preset): readonly PartId[] {
  return [part, ...(Object.keys(values) as PartId[]).filter((other) => other !== part)];
}

/** A part's values under a preset; its first ones if there is none or it does not set the part. */
export function presetValues<P extends PartId>(part: P, preset?: Preset): PartValues[P] {
  return { ...FIRST_PARTS[part], ...preset?.values[part] };
}

/** Name of a part's still picture, `posters/NAME.svg`: in its first state, or as a preset sets it. */
export function posterName(part: string, preset?: string): string {
  return preset === undefined ? part : `${part}--${preset}`;
}
