import { layerTitle } from '../lib/words';
import { DRIFT_METHODS } from '../experiments/drift-sums';
import { layerKey } from '../experiments/layer-key';
import { SPLIT_KERNELS } from '../experiments/split-kernels';
import { threadLayer } from '../experiments/thread-layer';
import { meanOrderOf } from '../recordings/mean-order';
import { THREAD } from '../recordings/thread';
import type { GalleryEntry } from '../recordings/gallery-entry';
import type { AdderName } from '../numerics/group-sizes';
import type { RecordedOperation } from '../recordings/recording';
import { isFloat32 } from '../recordings/recording';
import { isUserRecordingName } from '../recordings/user-recording-name';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { factorsOf } from '../linear/number-formats';
import { addersOf, refusedFormat, styled } from '../experiments/method-spec';
import { alsoAt } from '../share/clamp-settings';
import { printMethod } from '../share/schedule-text';
import type { Settings } from '../share/settings';
import { otherAdderOf, repeatsRow } from '../share/other-adder';
import { threadRecording } from '../share/thread-libraries';
import type { Experiments } from '../worker/protocol';
import type { PartId } from '../share/figure-settings';
import type { PartValues } from '../share/part-values';
import type { ExperimentId } from './experiment';
import { channelsOf, experimentOf } from './experiment';
import type { Known, Maybe } from './lab-spec';
import { labSpec, neededRecordings } from './lab-spec';
import type { KnownResults } from './pasted';
import type { Channel, Channels } from './results';
import type { State } from './store';

/** What a channel is to compute; requests with the same key have the same result. */
export interface ChannelRequest<C extends Channel> {
  readonly key: string;
  readonly spec: Experiments[Channels[C]]['spec'];
}

/** What the settings want of each channel: a calculation, a reason why there is none, or nothing for now. */
type Wanted = { readonly [C in Channel]: Result<ChannelRequest<C>, ParseError> | null };

/** A setting outside a channel's key changes nothing there: baseline and unit are in none. */
const REQUESTS: { readonly [C in Channel]: (known: Known & Sources) => Wanted[C] } = {
  thread: threadRequest,
  threadCell: threadCellRequest,
  sweep: (known) => (known.settings.view === 'sweep' ? sweepRequest(known) : null),
  whole: (known) => (known.settings.view === 'whole' ? wholeRequest(known) : null),
  growth: ({ settings }) => (settings.view === 'growth' ? growthRequest(settings) : null),
  drift: ({ settings }) => driftRequest(settings),
  depth: ({ settings }) => (settings.netView === 'layers' ? depthRequest(settings) : null),
  flips: ({ settings }) => (settings.netView === 'flips' ? flipsRequest(settings) : null),
  remedies: remediesRequest,
  explain: explainRequest,
  splitK: ({ settings }) => splitKRequest(settings),
  cell: cellRequest,
};

/** A part's requests to the worker, by channel. */
export type Requests = { readonly [C in Channel]?: Wanted[C] };

/** What requests are made from, apart from a part's values. */
export interface Sources extends Pick<State, 'recordings' | 'explained'> {
  /** Null while it is loading. */
  readonly gallery: Result<readonly Pick<GalleryEntry, 'name' | 'inFeatures' | 'dtype' | 'output'>[], ParseError> | null;
}

/** A part's requests under its settings and with the recordings loaded so far. */
export function requestsOf(id: ExperimentId, values: PartValues[PartId] | Partial<Settings>, sources: Sources): Requests {
  const known = { ...sources, settings: experimentOf(id, values, sources.recordings).settings };
  return Object.fromEntries(channelsOf(id).map((channel) => [channel, REQUESTS[channel](known)]));
}

/** The recordings that a part needs, by name. */
export function recordingsFor(id: ExperimentId, values: PartValues[PartId] | Partial<Settings>, sources: Sources): string[] {
  const channels = channelsOf(id);
  if (channels.includes('explain')) return explainingRecordings(sources);
  return neededRecordings(experimentOf(id, values, sources.recordings).settings, channels);
}

/** Whether a recording is of a layer with as many products, and in float32, as the results are. */
function explains(operation: Pick<RecordedOperation, 'inFeatures' | 'dtype' | 'output'>, { layer }: KnownResults): boolean {
  return operation.inFeatures === layer.inFeatures && isFloat32(operation);
}

/** The recordings of the gallery whose orders may have given the results. */
function explainingRecordings({ gallery, explained }: Sources): string[] {
  if (explained === null || gallery?.ok !== true) return [];
  return gallery.value.filter((entry) => explains(entry, explained)).map(({ name }) => name);
}

function threadParts(known: Known): Maybe<Experiments['thread']['spec']> {
  const { settings, recordings } = known;
  const name = threadRecording(settings);
  if (name === null) return fail({ message: 'This library was recorded at 768 → 768 only.' });
  const found = recordings.get(name) ?? null;
  if (found === null || !found.ok) return found;
  const { library, operation, calls, data } = found.value;
  const thread = THREAD.find(({ name }) => name === settings.threadCase)!;
  const { inFeatures: K, outFeatures: N, bias } = operation;
  if (K !== thread.inFeatures || N !== thread.outFeatures) return fail({ message: `This recording is of a ${layerTitle({ inFeatures: K, outFeatures: N })} layer; the thread’s is ${layerTitle(thread)}.` });
  if (!bias) return fail({ message: 'This recording is of a layer without bias; the thread’s has one.' });
  if (!isFloat32(operation)) return fail({ message: 'This recording is not in float32 throughout; the thread’s layer is.' });
  // The library's own build draws the numbers: the thread's, of 2020, rounds where today's fuses.
  const uniform = data.kind === 'torch' ? data.uniform : thread.uniform;
  return ok({ thread, recording: { library, operation, calls }, seed: settings.threadSeed, uniform, meanOrder: meanOrderOf(thread) });
}

function threadRequest(known: Known): Wanted['thread'] {
  const spec = threadParts(known);
  if (spec === null || !spec.ok) return spec;
  const key = JSON.stringify([known.settings.threadLibrary, known.settings.threadOther, known.settings.threadCase, layerKey(threadLayer(spec.value))]);
  return ok({ key, spec: spec.value });
}

function threadCellRequest(known: Known): Wanted['threadCell'] {
  const spec = threadParts(known);
  if (spec === null || !spec.ok) return null;
  const layer = threadLayer(spec.value);
  const column = known.settings.threadColumn;
  return ok({ key: JSON.stringify([layerKey(layer), column]), spec: { layer, row: 0, column } });
}

function sweepRequest(known: Known): Wanted['sweep'] {
  const { batches, row } = known.settings;
  const other = otherCall(known.settings);
  const lab = labSpec(known, row + 1);
  if (lab === null || !lab.ok) return lab;
  const { layer, schedule, scheduleKey } = lab.value;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batches, row, other]), spec: { layer, schedule, batches, row, ...other } });
}

function wholeRequest(known: Known): Wanted['whole'] {
  const { wholeBatch: batch, row } = known.settings;
  const repeatedRow = repeatsRow(known.settings) ? row : null;
  const other = otherCall(known.settings);
  const lab = labSpec(known, rowsOfX(known.settings));
  if (lab === null || !lab.ok) return lab;
  const { layer, schedule, scheduleKey } = lab.value;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batch, repeatedRow, other]), spec: { layer, schedule, batch, repeatedRow, ...other } });
}

/** The rows of x that a view needs. */
function rowsOfX(settings: Settings): number {
  return settings.view === 'whole' && !repeatsRow(settings) ? settings.wholeBatch : settings.row + 1;
}

/** The other adder that each call is also made on; nothing if the baseline is another. */
function otherCall({ baseline }: Settings): { readonly otherAdder?: AdderName } {
  const otherAdder = otherAdderOf(baseline);
  return otherAdder === null ? {} : { otherAdder };
}

/** The layer's numbers at the selected cell, from the layer that the view is computed on. */
function cellRequest(known: Known): Wanted['cell'] {
  const { cell, view, row } = known.settings;
  if (cell === null || view === 'growth') return null;
  const lab = labSpec(known, rowsOfX(known.settings));
  if (lab === null || !lab.ok) return null;
  const { layer } = lab.value;
  const spec = { layer, row: view === 'whole' && !repeatsRow(known.settings) ? cell.line : row, column: cell.column };
  return ok({ key: JSON.stringify([layerKey(layer), spec.row, spec.column]), spec });
}

function growthRequest(settings: Settings): Wanted['growth'] {
  const { growthData, condition, fused, seed, growthMaxExponent: maxExponent, growthPoints: pointsPerOctave, growthTrials: trials } = settings;
  // Beside sums on tensor cores, all others get the same numbers; of a format that these do not take, TF32 is made.
  const format = factorsOf(settings.format);
  const short = addersOf(settings.growthOrders).length > 0;
  const refused = settings.growthOrders.map((method) => refusedFormat(method, format)).find((one) => one !== null);
  if (refused !== undefined && refused !== null) return fail({ message: refused });
  const methods = settings.growthOrders.map((method) => ({
    id: printMethod(method),
    method: styled(method, { fused, bias: 'none' }),
    ...(short && { inputs: format }),
  }));
  const source = growthData === 'cancelling' ? { kind: growthData, condition } : { kind: growthData };
  const spec = { source, methods, maxExponent, pointsPerOctave, ...alsoAt(settings), trials, seed };
  return ok({ key: JSON.stringify(spec), spec });
}

function driftRequest(settings: Settings): Wanted['drift'] {
  const { growthData, condition, seed, growthMaxExponent: maxExponent, growthPoints: pointsPerOctave, growthTrials: trials } = settings;
  const source = growthData === 'cancelling' ? { kind: growthData, condition } : { kind: growthData };
  const spec = { source, methods: DRIFT_METHODS, maxExponent, pointsPerOctave, ...alsoAt(settings), trials, seed };
  return ok({ key: JSON.stringify(spec), spec });
}

/** Inputs near a tie, in addition to the random ones. */
const SOUGHT = 270;

function networkPair({ netWidth, netDepth, netActivation, netResidual, netStart, netBetween, netBatch, pattern, seed }: Settings): Experiments['depth']['spec'] {
  const network = { width: netWidth, depth: netDepth, activation: netActivation, residual: netResidual, start: netStart, between: netBetween, seed };
  return { network, schedule: { kind: 'pattern', name: pattern }, batch: netBatch };
}

function depthRequest(settings: Settings): Wanted['depth'] {
  const spec = networkPair(settings);
  return ok({ key: JSON.stringify(spec), spec });
}

function flipsRequest(settings: Settings): Wanted['flips'] {
  const spec = { ...networkPair(settings), inputs: settings.netInputs, sought: SOUGHT };
  return ok({ key: JSON.stringify(spec), spec });
}

function remediesRequest(known: Known): Wanted['remedies'] {
  const lab = labSpec(known, 1);
  if (lab === null || !lab.ok) return lab;
  const { layer, schedule, scheduleKey } = lab.value;
  if (schedule.kind === 'recording' && !isFloat32(schedule.recording.operation)) return fail({ message: 'This recording is not in float32 throughout, as the remedies are.' });
  const batch = known.settings.netBatch;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batch]), spec: { layer, schedule, batch } });
}

function splitKRequest({ inFeatures, outFeatures, wholeBatch: rows, seed, uniform }: Settings): Wanted['splitK'] {
  const layer = { inFeatures, outFeatures, rows, bias: false, source: { kind: 'torch', seed, uniform }, format: 'bfloat16' } as const;
  const spec = { layer, kernels: SPLIT_KERNELS };
  return ok({ key: JSON.stringify(spec), spec });
}

/** Numbers for keys, one per object. */
const explainedKeys = new WeakMap<KnownResults, number>();
let explainedCount = 0;

function explainRequest({ explained, gallery, recordings }: Sources): Wanted['explain'] {
  if (explained === null || gallery === null) return null;
  const names = [...[...recordings.keys()].filter(isUserRecordingName), ...explainingRecordings({ explained, gallery, recordings })];
  if (names.some((name) => !recordings.has(name))) return null;
  const { layer, results } = explained;
  const fitting = names.flatMap((name) => {
    const one = recordings.get(name);
    if (one?.ok !== true || !explains(one.value.operation, explained)) return [];
    const { library, operation, calls } = one.value;
    return [{ name, recording: { library, operation, calls } }];
  });
  const number = explainedKeys.get(explained) ?? ++explainedCount;
  explainedKeys.set(explained, number);
  const { inFeatures, outFeatures, rows, x, weight, bias } = layer;
  const source = { kind: 'inline', id: `explained ${number}`, x, weight, bias } as const;
  const spec = { layer: { inFeatures, outFeatures, rows, bias: bias !== null, source, format: 'float32' }, results, recordings: fitting } as const;
  return ok({ key: JSON.stringify([number, fitting.map(({ name }) => name)]), spec });
}
