import type { ParseError, Result } from '../lib/result';
import { countAt } from '../lib/power-of-two';
import type { Recording } from '../recordings/recording';
import { clampSettings } from '../share/clamp-settings';
import type { FigureValues, PartId } from '../share/figure-settings';
import { FIGURE_SETTINGS } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import { firstValues } from '../share/setting-table';
import type { Settings } from '../share/settings';
import { COMPARED_METHODS, INITIAL_SETTINGS, SETTINGS } from '../share/settings';
import { shapeOfRecording } from './recording-settings';
import type { Channel } from './results';

/** Recordings by name: those loaded, and why others could not be. */
export type Recordings = ReadonlyMap<string, Result<Recording, ParseError>>;

/** What a part computes with. */
export interface Experiment {
  readonly settings: Settings;
  /** Why they are not what the reader set, in sentences; they disappear with their reasons. */
  readonly notices: readonly string[];
}

/** Questions in the text, each answered by its own experiment, which nobody can set. */
const QUESTIONS = {
  'mean-prediction': { threadLibrary: 'pytorch-2.13-mkl' },
  'allclose-prediction': { batches: [1, 128] },
  /** All rows of its calls are recorded. */
  'place-prediction': { recording: 'numpy-2.4-openblas-haswell-768x768', view: 'whole', wholeBatch: 128, against: 'elsewhere' },
  /** The larger call recorded of the library in the first settings. */
  'remedy-predictions': { netBatch: 8 },
  /** Which library has the digits of the results in the verdict. */
  explanation: {},
  'drift-prediction': {},
  'split-k': { wholeBatch: 128 },
} as const satisfies Readonly<Record<string, Partial<Settings>>>;

type QuestionId = keyof typeof QUESTIONS;

/** Everything on the page that has experiments: its parts, and questions in the text. */
export type ExperimentId = PartId | QuestionId;

type ValuesOf<E extends ExperimentId> = E extends PartId ? PartValues[E] : Partial<Settings>;

export function valuesOf(parts: PartValues, id: ExperimentId): PartValues[PartId] | Partial<Settings> {
  return id in QUESTIONS ? QUESTIONS[id as QuestionId] : parts[id as PartId];
}

interface Definition<E extends ExperimentId> {
  /** The channels it shows. */
  readonly channels: readonly Channel[];
  /** Its values as experiment settings, and what the part fixes; the rest are the table's first values. */
  readonly settings: (values: ValuesOf<E>) => Partial<Settings>;
  /** Once loaded, its recording sets size, row and batch sizes. */
  readonly shaped?: true;
}

const asSet = (values: Partial<Settings>): Partial<Settings> => values;
const NONE = { channels: [], settings: () => ({}) } as const;

const EXPERIMENTS: { readonly [E in ExperimentId]: Definition<E> } = {
  lab: { channels: ['sweep', 'whole', 'growth', 'cell'], settings: asSet },
  thread: { channels: ['thread', 'threadCell'], settings: asSet },
  'sum-of-three': NONE,
  stepper: NONE,
  walks: NONE,
  'kernel-map': NONE,
  heatmap: {
    channels: ['sweep', 'whole', 'cell'],
    settings: (values) => ({ ...values, view: values.view === 'rows' ? 'whole' : 'sweep', data: 'recorded' }),
    shaped: true,
  },
  'error-growth': { channels: ['growth'], settings: growthSettings },
  nearer: NONE,
  'tensor-core': NONE,
  drift: { channels: ['drift'], settings: driftSettings },
  verdict: NONE,
  depth: { channels: ['depth', 'flips'], settings: (values) => ({ ...values, schedule: 'pattern' }) },
  switchboard: { channels: ['remedies'], settings: asSet },
  'mean-prediction': { channels: ['thread'], settings: asSet },
  'allclose-prediction': { channels: ['sweep'], settings: asSet },
  'place-prediction': { channels: ['whole'], settings: asSet },
  'remedy-predictions': { channels: ['remedies'], settings: asSet },
  explanation: { channels: ['explain'], settings: asSet },
  // What the figure begins with, so that the two share one request.
  'drift-prediction': { channels: ['drift'], settings: () => driftSettings(firstValues(FIGURE_SETTINGS.drift)) },
  'split-k': { channels: ['splitK'], settings: asSet },
};

/** Longer sums take seconds, so they are computed only on request. */
const USUAL_EXPONENT = 16;

/** The K at an exponent that is not whole. */
function besideGrid(exponent: number): number {
  return Number.isInteger(exponent) ? 0 : countAt(exponent);
}

function growthSettings({ data, power, exponent }: FigureValues<'error-growth'>): Partial<Settings> {
  return {
    view: 'growth',
    growthData: data,
    condition: Math.min(SETTINGS.condition.max, Number((10 ** power).toPrecision(3))),
    growthMaxExponent: exponent > USUAL_EXPONENT ? FIGURE_SETTINGS['error-growth'].exponent.max : USUAL_EXPONENT,
    growthAlso: besideGrid(exponent),
    growthOrders: Object.values(COMPARED_METHODS),
    growthTrials: 32,
  };
}

/** As far as the drift is computed if nobody asks for more. */
const DRIFT_EXPONENT = 14;

function driftSettings({ data, exponent }: FigureValues<'drift'>): Partial<Settings> {
  return {
    view: 'growth',
    growthData: data,
    growthMaxExponent: exponent > DRIFT_EXPONENT ? FIGURE_SETTINGS.drift.exponent.max : DRIFT_EXPONENT,
    growthAlso: besideGrid(exponent),
    growthTrials: 256,
  };
}

/** The channels of a part or a question. */
export function channelsOf(id: ExperimentId): readonly Channel[] {
  return EXPERIMENTS[id].channels;
}

/** The latest experiment for each values object, which is replaced, never changed: many callers want the same one. */
const made = new WeakMap<object, { readonly id: ExperimentId; readonly recording: Recording | undefined; readonly experiment: Experiment }>();

/** All settings that a part computes with, from its values and its recording. */
export function experimentOf(id: ExperimentId, values: PartValues[PartId] | Partial<Settings>, recordings: Recordings): Experiment {
  // The values belong to this part.
  const { settings, shaped } = EXPERIMENTS[id] as unknown as Pick<Definition<QuestionId>, 'shaped'> & { readonly settings: (some: typeof values) => Partial<Settings> };
  const name = shaped && 'recording' in values ? (values.recording ?? '') : '';
  const found = recordings.get(name);
  const recording = found?.ok ? found.value : undefined;
  const last = made.get(values);
  if (last !== undefined && last.id === id && last.recording === recording) return last.experiment;
  const { value, notices } = clampSettings({ ...INITIAL_SETTINGS, ...settings(values), ...(recording && shapeOfRecording(name, recording)) });
  const experiment = { settings: value, notices };
  made.set(values, { id, recording, experiment });
  return experiment;
}
