import { LIMITS } from '../lib/limits';
import { ok, fail } from '../lib/result';
import type { ParseError, Result } from '../lib/result';
import { DTYPES } from '../numerics/dtype-names';
import type { WrittenMethod } from '../experiments/method-spec';
import { parseMethod, printMethod } from './schedule-text';
import type { Scope } from './setting';
import { choice, flag, real, startingAt, whole, word, written } from './setting';
import type { SettingTable, TableValues } from './setting-table';
import type { SettingKey } from './settings';
import { COMPARED_METHODS, maybeRecording, recordingName, SETTINGS } from './settings';
import { finiteFloat, threeFloats, factorPairs } from './special-settings';

/** Entries of `SETTINGS`, under the same keys. */
function shared<const K extends SettingKey>(...keys: readonly K[]): Pick<typeof SETTINGS, K> {
  return Object.fromEntries(keys.map((key) => [key, SETTINGS[key]])) as Pick<typeof SETTINGS, K>;
}

/** The sums of `DRIFT_SUMS`. */
const DRIFT_SUM_NAMES = ['v100', 'a100', 'h100', 'h100-fp8', 'promoted', 'one-by-one'] as const;

/** Links leave out longer pasted text. */
export const LONGEST_PASTED = 400;

/** Readers' own links carry pasted numbers, where no server sees them; no embed reports them to the surrounding page. */
const PASTED: readonly Scope[] = ['fragment', 'embed'];

function pastedText(text: string): Result<string, ParseError> {
  return text.length <= LONGEST_PASTED ? ok(text) : fail({ message: `It has ${text.length} characters; at most ${LONGEST_PASTED} travel in a link.` });
}

/** An order for a few products: a family, or the notation, each with the adder of its groups. */
export type WrittenTree = Exclude<WrittenMethod, { kind: 'other' }>;

function writtenTree(text: string): Result<WrittenTree, ParseError> {
  if (text.length > 1000) return fail({ message: 'It has more than 1000 characters.' });
  const method = parseMethod(text);
  if (!method.ok) return method;
  return method.value.kind === 'other' ? fail({ message: `${method.value.name} is not a tree of additions.` }) : ok(method.value);
}

/** Products of the sum that is stepped through: each of its additions has a line. */
const STEPPED = [4, 64] as const;

/** A network small enough for thousands of inputs, with which the view of flips begins. */
export const FLIPS_NETWORK = { netWidth: 64, netDepth: 4 } as const;

/**
 * The settings of each figure, by its anchor; links, embeds, phrases of the text and controls all use this table. A
 * figure that runs experiments takes its entries from settings.ts; the others have their own.
 */
export const FIGURE_SETTINGS = {
  thread: shared('threadCase', 'threadLibrary', 'threadOther', 'threadSeed', 'threadColumn', 'threadBeside'),
  'sum-of-three': {
    numbers: threeFloats('a, b and c', [1e8, -1e8, 1], 'abc'),
    /** 2^zoom float32 numbers are visible on either side of each number. */
    zoom: whole('Zoom', 3, [3, 24], { name: 'zoom' }),
  },
  stepper: {
    products: whole('Products', 16, STEPPED, { name: 'k' }),
    seed: SETTINGS.seed,
    data: choice('Numbers', 'torch', ['torch', 'positive', 'cancelling', 'cruel'], { name: 'data' }),
    method: written<WrittenTree>('Order', { kind: 'family', family: { name: 'sequential' } }, writtenTree, printMethod, { name: 'order', step: true }),
    /** Whether a family's products are fused. */
    fused: flag('Fused products', false, { name: 'fused' }),
    kahan: flag('Kahan’s correction', false, { name: 'kahan' }),
    /** The scale of the error plot. */
    scale: choice('Errors drawn to', 'errors', ['errors', 'bound'], { name: 'scale' }),
    step: whole('Step', 0, [0, STEPPED[1] - 2], { name: 'step' }),
  },
  walks: {
    library: word('Library', 'pytorch-2.13-mkl-768x768', recordingName, { name: 'rec', step: true }),
    products: whole('Products in a sum, K', 768, [1, LIMITS.features], { name: 'k' }),
    /** Batch size of each walk; 0 for the two that show the change best. */
    left: whole('Batch on the left', 0, [0, LIMITS.batch], { name: 'left' }),
    right: whole('Batch on the right', 0, [0, LIMITS.batch], { name: 'right' }),
  },
  'kernel-map': {
    /** The place that is read out; empty for the first. */
    recording: word('Recording', '', maybeRecording, { name: 'rec' }),
    batch: whole('Batch size', 0, [0, LIMITS.batch], { name: 'batch' }),
    /** Whether all recordings of the layer are shown, or one of each of the common libraries. */
    all: flag('All recordings', false, { name: 'every' }),
  },
  heatmap: {
    /** One row through calls of many sizes, or all rows of one call. */
    view: choice('View', 'calls', ['calls', 'rows'], { name: 'view' }),
    ...shared('recording', 'baseline', 'against', 'mapLayer', 'unit', 'cell'),
    wholeBatch: startingAt(SETTINGS.wholeBatch, 16),
  },
  'error-growth': {
    data: choice('Numbers', 'positive', ['positive', 'uniform', 'cancelling'], { name: 'data' }),
    /** The condition number of cancelling data, as a power of ten. */
    power: real('Condition number, power of ten', 6, [0, Math.round(Math.log10(SETTINGS.condition.max))], { name: 'power' }),
    /** K at which the curves are read, as a power of two, rounded to a whole number. */
    exponent: real('Read at K, power of two', 12, [0, SETTINGS.growthMaxExponent.max], { name: 'at' }),
    /** What errors are drawn against; numbers made to cancel alone have a condition number to vary. */
    view: choice('Against', 'length', ['length', 'condition'], { name: 'view' }),
    /** The order whose spread and bounds are drawn, and that is compared with another. */
    method: choice('Order', 'sequential', Object.keys(COMPARED_METHODS) as (keyof typeof COMPARED_METHODS)[], { name: 'order' }),
  },
  nearer: {},
  'tensor-core': {
    adder: choice('GPU', 'v100', ['v100', 'a100', 'ada', 'h100', 'b200', 'h100-fp8'], { name: 'gpu' }),
    /** The accumulator, one term among the others. */
    accumulator: finiteFloat('Accumulator', 2 ** 23, 'c'),
    /** The factors of each product: float16, or rounded to float8 where that is what the adder takes. */
    factors: factorPairs('Products', [[-4096, 2048], [-0.5, 1], [-0.25, 1], [-0.125, 1]], 'p'),
  },
  drift: {
    data: choice('Numbers', 'positive', ['positive', 'uniform'], { name: 'data' }),
    /** K at which the curves are read, as a power of two, rounded to a whole number. */
    exponent: real('Read at K, power of two', 12, [4, 16], { name: 'at' }),
    /** Whether the lines are sizes of errors or their signed means. */
    lines: choice('Lines show', 'size', ['size', 'mean'], { name: 'show' }),
    /** The sum that the words are about, and the dashed line. */
    sum: choice('Sum read out', 'h100', DRIFT_SUM_NAMES, { name: 'sum' }),
  },
  verdict: {
    /** The example shown; `none` once any of it is changed. */
    example: choice('Example', 'batches', ['batches', 'printed', 'tf32', 'swap', 'none'], { name: 'example' }),
    first: word('One result', '', pastedText, { name: 'a', scopes: PASTED }),
    second: word('The other result', '', pastedText, { name: 'b', scopes: PASTED }),
    /** 0: the reader doesn't know K. */
    products: whole('K, products in each sum', 768, [0, 2 ** LIMITS.sumExponent], { name: 'k' }),
    dtype: choice('Type of the results', 'printed', ['printed', ...DTYPES], { name: 'dtype' }),
    tolerance: choice('Tolerance', 'likely', ['likely', 'certain'], { name: 'tol' }),
  },
  depth: {
    ...shared('netView', 'netWidth', 'netDepth', 'pattern', 'netBatch', 'netActivation', 'netStart', 'netBetween', 'netResidual', 'seed'),
    netInputs: startingAt(SETTINGS.netInputs, 2000),
  },
  switchboard: shared('pattern', 'recording', 'schedule', 'inFeatures', 'netBatch', 'data'),
} as const satisfies Record<string, SettingTable>;

/** A figure, by its anchor. */
export type FigureId = keyof typeof FIGURE_SETTINGS;

export type FigureValues<F extends FigureId> = TableValues<(typeof FIGURE_SETTINGS)[F]>;

export const FIGURE_IDS = Object.keys(FIGURE_SETTINGS) as FigureId[];

export function isFigureId(id: string): id is FigureId {
  return Object.hasOwn(FIGURE_SETTINGS, id);
}

/** The Lab's settings: all experiments but those of single figures. */
export const LAB_SETTINGS = Object.fromEntries(Object.entries(SETTINGS).filter(([key]) => !/^(thread|net)/.test(key))) as Omit<typeof SETTINGS, Extract<SettingKey, `thread${string}` | `net${string}`>>;

/** What can be linked to and embedded: a figure or the Lab. */
export type PartId = FigureId | 'lab';

export function isPartId(id: string): id is PartId {
  return id === 'lab' || isFigureId(id);
}

export function partSettings(id: PartId): SettingTable {
  return id === 'lab' ? LAB_SETTINGS : FIGURE_SETTINGS[id];
}
