import { layerKey } from '../experiments/layer-key';
import { threadLayer } from '../experiments/thread-layer';
import { THREAD } from '../recordings/thread';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { parseMethodList, printMethod } from '../share/schedule-text';
import type { Settings } from '../share/settings';
import { threadRecording } from '../share/thread-libraries';
import type { Experiments } from '../worker/protocol';
import type { Known, Maybe } from './lab-spec';
import { labSpec, recordingNamed } from './lab-spec';
import type { Channel, Channels } from './results';

/** What a channel is to compute; two requests with the same key have the same result. */
export interface ChannelRequest<C extends Channel> {
  readonly key: string;
  readonly spec: Experiments[Channels[C]]['spec'];
}

/** Of each channel what the settings want to see: a calculation, a reason why there is none, or nothing for now. */
type Wanted = { readonly [C in Channel]: Result<ChannelRequest<C>, ParseError> | null };

/** A setting that is not named in a channel's key changes nothing there: baseline and unit are in none. */
const REQUESTS: { readonly [C in Channel]: (known: Known) => Wanted[C] } = {
  thread: threadRequest,
  threadCell: threadCellRequest,
  sweep: (known) => (known.fitted.view === 'sweep' ? sweepRequest(known) : null),
  whole: (known) => (known.fitted.view === 'whole' ? wholeRequest(known) : null),
  growth: ({ fitted }) => (fitted.view === 'growth' ? growthRequest(fitted) : null),
  depth: ({ fitted }) => depthRequest(fitted),
  flips: ({ fitted }) => flipsRequest(fitted),
  remedies: remediesRequest,
  cell: cellRequest,
};

/** What a channel wants of what is known. */
export function wantedOf<C extends Channel>(channel: C, known: Known): Wanted[C] {
  return REQUESTS[channel](known);
}

function threadParts(known: Known): Maybe<Experiments['thread']['spec']> {
  const { fitted } = known;
  const name = threadRecording(fitted);
  if (name === null) return fail({ message: 'This library was recorded at 768 → 768 only.' });
  const found = recordingNamed(name, known);
  if (found === null || !found.ok) return found;
  const { library, operation, calls, data } = found.value;
  const thread = THREAD.find(({ name }) => name === fitted.threadCase)!;
  const { inFeatures: K, outFeatures: N, bias } = operation;
  if (K !== thread.inFeatures || N !== thread.outFeatures) return fail({ message: `This recording is of a ${K} → ${N} layer; the thread’s is ${thread.inFeatures} → ${thread.outFeatures}.` });
  if (!bias) return fail({ message: 'This recording is of a layer without bias; the thread’s has one.' });
  // A library's own build draws the numbers: the thread's of 2020 rounds where today's fuses.
  const uniform = data.kind === 'torch' ? data.uniform : thread.uniform;
  return ok({ thread, recording: { library, operation, calls }, seed: fitted.threadSeed, uniform });
}

function threadRequest(known: Known): Wanted['thread'] {
  const spec = threadParts(known);
  if (spec === null || !spec.ok) return spec;
  const key = JSON.stringify([known.fitted.threadLibrary, known.fitted.threadOther, known.fitted.threadCase, layerKey(threadLayer(spec.value))]);
  return ok({ key, spec: spec.value });
}

function threadCellRequest(known: Known): Wanted['threadCell'] {
  const spec = threadParts(known);
  if (spec === null || !spec.ok) return null;
  const layer = threadLayer(spec.value);
  const column = known.fitted.threadColumn;
  return ok({ key: JSON.stringify([layerKey(layer), column]), spec: { layer, row: 0, column } });
}

function sweepRequest(known: Known): Wanted['sweep'] {
  const { batches, row } = known.fitted;
  const lab = labSpec(known, row + 1);
  if (lab === null || !lab.ok) return lab;
  const { layer, schedule, scheduleKey } = lab.value;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batches, row]), spec: { layer, schedule, batches, row } });
}

function wholeRequest(known: Known): Wanted['whole'] {
  const batch = known.fitted.wholeBatch;
  const lab = labSpec(known, batch);
  if (lab === null || !lab.ok) return lab;
  const { layer, schedule, scheduleKey } = lab.value;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batch]), spec: { layer, schedule, batch } });
}

/** The layer's numbers at the selected cell, of the same layer that its view is computed on. */
function cellRequest(known: Known): Wanted['cell'] {
  const { cell, view, row, wholeBatch } = known.fitted;
  if (cell === null || view === 'growth') return null;
  const lab = labSpec(known, view === 'whole' ? wholeBatch : row + 1);
  if (lab === null || !lab.ok) return null;
  const { layer } = lab.value;
  const spec = { layer, row: view === 'whole' ? cell.line : row, column: cell.column };
  return ok({ key: JSON.stringify([layerKey(layer), spec.row, spec.column]), spec });
}

function growthRequest(settings: Settings): Wanted['growth'] {
  const { growthData, condition, fused, seed, growthMaxExponent: maxExponent, growthPoints: pointsPerOctave, growthTrials: trials } = settings;
  const found = parseMethodList(settings.growthOrders, { fused, bias: 'none' });
  if (!found.ok) return found;
  const methods = found.value.map((method) => ({ id: printMethod(method), method }));
  const source = growthData === 'cancelling' ? { kind: growthData, condition } : { kind: growthData };
  const spec = { source, methods, maxExponent, pointsPerOctave, trials, seed };
  return ok({ key: JSON.stringify(spec), spec });
}

/** Inputs near a tie, beside the random ones. */
const SOUGHT = 270;

function networkPair({ netWidth, netDepth, netActivation, netResidual, netStart, netBetween, netBatch, pattern, seed }: Settings): Experiments['depth']['spec'] {
  const network = { width: netWidth, depth: netDepth, activation: netActivation, residual: netResidual, start: netStart, kept: netBetween, seed };
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
  const batch = known.fitted.netBatch;
  return ok({ key: JSON.stringify([layerKey(layer), scheduleKey, batch]), spec: { layer, schedule, batch } });
}
