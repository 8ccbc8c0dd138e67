import { LIMITS } from '../lib/limits';
import { ACTIVATIONS } from '../linear/activation';
import { LEAST_PRODUCTS, PATTERN_NAMES } from '../orders/pattern-names';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { WrittenMethod } from '../experiments/method-spec';
import { familyMethod } from '../experiments/method-spec';
import { parseMethodList, parseScheduleText, printMethodList, printScheduleText } from './schedule-text';
import type { Setting } from './setting';
import { choice, flag, real, whole, wholes, word, written } from './setting';
import type { TableValues } from './setting-table';
import { firstValues } from './setting-table';
import { baseline, cellPlace } from './special-settings';
import { THREAD_LIBRARIES } from './thread-libraries';

const SEEDS = [0, 2 ** 32 - 1] as const;

/** The methods that growth curves compare, by their text. */
export const COMPARED_METHODS = {
  sequential: familyMethod('sequential'),
  'blocked(192)': familyMethod('blocked', 192),
  'lanes(8)': familyMethod('lanes', 8),
  'pairwise(8)': familyMethod('pairwise', 8),
  kahan: { kind: 'other', name: 'kahan' },
} as const satisfies Readonly<Record<string, WrittenMethod>>;

function curveMethods(text: string): Result<readonly WrittenMethod[], ParseError> {
  const methods = parseMethodList(text);
  return methods.ok && methods.value.length > LIMITS.curves ? fail({ message: `At most ${LIMITS.curves} curves fit one plot.` }) : methods;
}

/** A recording's name, or an empty text for none. */
export function maybeRecording(text: string): Result<string, ParseError> {
  return text === '' ? ok('') : recordingName(text);
}

/** The name of a recording: its file's, without `.json`; dots alone are not a name. */
export function recordingName(text: string): Result<string, ParseError> {
  return /^(?!\.+$)[\w.-]{1,100}$/.test(text) ? ok(text) : fail({ message: 'It is not the name of a recording.' });
}

/**
 * Everything in an experiment that a reader can set, in one place: label, range, first value, name in links. URL codec,
 * controls, clamping and `Settings` follow from this table; figure-settings.ts says which figure has which. To add a
 * setting, add a line.
 */
export const SETTINGS = {
  // The thread's code, above the Lab.
  threadCase: choice('Case', 'linear-4x8', ['linear-4x8', 'linear-768x768'], { name: 'case' }),
  threadLibrary: choice('Library', 'mkl-2020.4', THREAD_LIBRARIES.map(({ name }) => name), { name: 'library' }),
  /** A recording whose orders the thread's code uses instead of the library's. */
  threadOther: word('Another recording', '', maybeRecording, { name: 'rec', step: true }),
  threadSeed: whole('Seed of the thread’s code', 72, SEEDS, { name: 'seed' }),
  threadColumn: whole('Output of the thread’s layer', 3, [0, 767], { name: 'output' }),
  /** 0: the largest batch that the thread printed. */
  threadBeside: whole('Rows of the call beside a call of one row', 0, [0, 128], { name: 'beside' }),

  // The layer.
  inFeatures: whole('K, inputs', 768, [1, LIMITS.features], { name: 'k' }),
  outFeatures: whole('N, outputs', 768, [1, LIMITS.features], { name: 'n' }),
  /** `recorded`: the numbers that the chosen recording was made on. */
  data: choice('Data', 'torch', ['torch', 'uniform', 'normal', 'positive', 'cancelling', 'recorded'], { name: 'data' }),
  seed: whole('Seed', 72, SEEDS, { name: 'seed' }),
  uniform: choice('uniform_ rounds its product', 'fused', ['fused', 'separate'], { name: 'uniform' }),
  condition: real('Condition number', 1e6, [1, LIMITS.condition], { name: 'cond' }),
  format: choice('Number format', 'float32', ['float32', 'tf32', 'bfloat16', 'float16', 'float8_e4m3', 'float8_e5m2', 'float64'], { name: 'format' }),
  /** What the outputs are rounded to at the end, once: `float32` leaves them as the sum is. */
  result: choice('Result rounded to', 'float32', ['float32', 'bfloat16', 'float16'], { name: 'result' }),
  row: whole('Row of the batch', 0, [0, LIMITS.batch - 1], { name: 'row' }),

  // Which order at which batch size.
  schedule: choice('Orders from', 'recording', ['recording', 'pattern', 'thresholds'], { name: 'from' }),
  recording: word('Recording', 'pytorch-2.13-mkl-768x768', recordingName, { name: 'rec', step: true }),
  pattern: choice('Pattern', 'pytorch-2.13', PATTERN_NAMES, { name: 'pattern' }),
  orders: written('Orders by batch size', [{ from: 1, method: familyMethod('lanes', 4) }, { from: 4, method: familyMethod('blocked', 192) }], parseScheduleText, printScheduleText, { name: 'orders' }),
  fused: flag('Fused products', false, { name: 'fused' }),
  /** `none`: a layer without bias. A recording has its own answer. */
  bias: choice('Bias joins', 'last', ['none', 'first', 'last', 'after-first-block'], { name: 'bias' }),

  // What to show of it.
  view: choice('View', 'sweep', ['sweep', 'whole', 'growth'], { name: 'view' }),
  batches: wholes('Batch sizes', [1, 2, 4, 8, 16, 128], [1, LIMITS.batch], LIMITS.batches, { name: 'batches' }),
  wholeBatch: whole('Rows of the whole batch', 128, [1, LIMITS.batch], { name: 'batch' }),
  /** With what each row of a whole call is compared: itself alone, or, repeated through the call, with itself in row 0. */
  against: choice('Compared with', 'alone', ['alone', 'elsewhere'], { name: 'against' }),
  /** What colours the map. */
  mapLayer: choice('Colour shows', 'difference', ['difference', 'orders'], { name: 'layer' }),
  baseline,
  unit: choice('Unit', 'relative', ['absolute', 'ulp', 'relative'], { name: 'unit' }),
  cell: cellPlace,

  // Growth curves, which also take `condition`, `fused` and `seed`.
  growthData: choice('Data of the curves', 'uniform', ['uniform', 'normal', 'positive', 'cancelling'], { name: 'gdata' }),
  growthOrders: written('Orders of the curves', Object.values<WrittenMethod>(COMPARED_METHODS), curveMethods, printMethodList, { name: 'curves' }),
  growthMaxExponent: whole('Longest sum, as a power of two', 16, [4, LIMITS.sumExponent], { name: 'gmax' }),
  /** 0: at no other. */
  growthAlso: whole('Also at K', 0, [0, 2 ** LIMITS.sumExponent], { name: 'gk' }),
  growthPoints: whole('Points per octave', 1, [1, 8], { name: 'gpoints' }),
  growthTrials: whole('Trials per point', 64, [LIMITS.leastTrials, LIMITS.trials], { name: 'trials' }),

  /** Which engine computes: it changes the time that takes, but not a single bit. */
  engine: choice('Computed by', 'fastest', ['fastest', 'fround'], { name: 'engine' }),

  // The networks of chapter 9, which also take `pattern` and `seed`; chapter 10 takes `netBatch`.
  netView: choice('View', 'layers', ['layers', 'flips'], { name: 'view' }),
  netWidth: whole('Width', 256, [LEAST_PRODUCTS, 512], { name: 'nwidth' }),
  netDepth: whole('Layers', 20, [1, 32], { name: 'ndepth' }),
  netActivation: choice('Activation', 'gelu', ACTIVATIONS, { name: 'nact' }),
  netResidual: flag('Residual', false, { name: 'nres' }),
  netStart: choice('Weights and inputs', 'normal', ['torch', 'normal'], { name: 'nstart' }),
  netBetween: choice('Between layers', 'float32', ['float32', 'bfloat16'], { name: 'nkept' }),
  netBatch: whole('Rows of the larger call', 16, [2, LIMITS.batch], { name: 'nbatch' }),
  netInputs: whole('Inputs', 500, [100, 10_000], { name: 'ninputs' }),
} as const satisfies Record<string, Setting<unknown>>;

export type SettingKey = keyof typeof SETTINGS;

/** A value for each setting. */
export type Settings = TableValues<typeof SETTINGS>;

export const INITIAL_SETTINGS: Settings = firstValues(SETTINGS);

/** The setting's entry in the table, typed by its key. */
export function settingOf<K extends SettingKey>(key: K): Setting<Settings[K]> {
  return SETTINGS[key] as unknown as Setting<Settings[K]>;
}

