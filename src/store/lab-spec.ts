import type { InlineSource, LayerSpec } from '../experiments/layer-spec';
import type { PolicySpec } from '../experiments/policy';
import type { DataSource } from '../linear/layer';
import type { Recording } from '../recordings/recording';
import type { Complaint, Result } from '../result';
import { fail, ok } from '../result';
import { parsePolicyText } from '../share/policy-text';
import type { Settings } from '../share/settings';
import { threadRecording } from '../share/thread-libraries';
import type { Channel } from './results';
import type { State } from './store';

/** What specs are made from. */
export type Known = Pick<State, 'fitted' | 'recordings' | 'missing'>;

/** A value, the reason why there is none, or null while a recording is still on its way. */
export type Maybe<T> = Result<T, Complaint> | null;

/** The layer of the Lab and its orders, with a text each that tells them from others. */
export interface LabSpec {
  readonly layer: LayerSpec;
  readonly policy: PolicySpec;
  readonly policyKey: string;
}

/** The recordings that the settings ask for, by name, where one of these channels is looked at. */
export function neededRecordings(settings: Settings, channels: readonly Channel[]): string[] {
  const thread = channels.includes('thread') ? threadRecording(settings) : null;
  const lab = (['sweep', 'whole', 'cell', 'remedies'] as const).some((channel) => channels.includes(channel)) && (settings.policy === 'recording' || settings.data === 'recorded');
  return [...(thread === null ? [] : [thread]), ...(lab ? [settings.recording] : [])];
}

export function recordingNamed(name: string, { recordings, missing }: Known): Maybe<Recording> {
  const recording = recordings.get(name);
  if (recording !== undefined) return ok(recording);
  const complaint = missing.get(name);
  return complaint === undefined ? null : fail(complaint);
}

/** The Lab's layer with this many rows of x. */
export function labSpec(known: Known, rows: number): Maybe<LabSpec> {
  const settings = known.fitted;
  const needed = settings.policy === 'recording' || settings.data === 'recorded';
  const found = needed ? recordingNamed(settings.recording, known) : undefined;
  if (found === null || found?.ok === false) return found;
  const recording = found?.value;

  const source = recording !== undefined && settings.data === 'recorded' ? recordedSource(settings, recording, rows) : ok(drawnSource(settings));
  if (!source.ok) return source;
  const bias = recording !== undefined && settings.policy === 'recording' ? recording.operation.bias : settings.bias !== 'none';
  if (bias && source.value.kind === 'inline' && source.value.bias === null) {
    return fail({ message: 'The recording’s numbers have no bias: choose none, or other data.' });
  }
  const { inFeatures, outFeatures, format } = settings;
  const layer: LayerSpec = { inFeatures, outFeatures, rows, bias, source: source.value, format };
  const policy = policyOf(settings, recording, bias);
  return policy.ok ? ok({ layer, policy: policy.value, policyKey: policyKey(settings, recording) }) : policy;
}

function drawnSource({ data, seed, uniform, condition }: Settings): DataSource {
  if (data === 'torch' || data === 'recorded') return { kind: 'torch', seed, uniform };
  return data === 'cancelling' ? { kind: data, seed, condition } : { kind: data, seed };
}

function recordedSource(settings: Settings, recording: Recording, rows: number): Result<DataSource | InlineSource, Complaint> {
  const { operation, data } = recording;
  const { inFeatures, outFeatures } = operation;
  if (settings.inFeatures !== inFeatures || settings.outFeatures !== outFeatures) {
    return fail({ message: `The recording’s numbers are for ${inFeatures} → ${outFeatures}, not ${settings.inFeatures} → ${settings.outFeatures}.` });
  }
  if (data.kind === 'torch') return ok({ kind: 'torch', seed: data.seed, uniform: data.uniform });
  if (rows > data.rows) return fail({ message: `The recording holds ${data.rows} rows of x; this view needs ${rows}.` });
  return ok({ kind: 'inline', id: keyOf(settings.recording, recording), x: data.x, weight: data.weight, bias: data.bias });
}

function policyOf(settings: Settings, recording: Recording | undefined, bias: boolean): Result<PolicySpec, Complaint> {
  if (settings.policy === 'pattern') return ok({ kind: 'pattern', name: settings.pattern });
  if (settings.policy === 'recording' && recording !== undefined) {
    // Only what the worker needs: a message is a copy.
    const { library, operation, calls } = recording;
    return ok({ kind: 'recording', recording: { library, operation, calls } });
  }
  const style = { fused: settings.fused, bias: settings.bias };
  const entries = parsePolicyText(settings.orders, style, { products: settings.inFeatures, bias });
  return entries.ok ? ok({ kind: 'thresholds', entries: entries.value }) : entries;
}

function policyKey({ policy, recording: name, pattern, orders, fused, bias }: Settings, recording: Recording | undefined): string {
  switch (policy) {
    case 'recording':
      return JSON.stringify([policy, recording && keyOf(name, recording)]);
    case 'pattern':
      return JSON.stringify([policy, pattern]);
    case 'thresholds':
      return JSON.stringify([policy, orders, fused, bias]);
  }
}

/** A reader may bring another file under a name that is taken: what was made of the one must not stand for the other. */
const serials = new WeakMap<Recording, number>();
let lastSerial = 0;

function keyOf(name: string, recording: Recording): string {
  const serial = serials.get(recording) ?? ++lastSerial;
  serials.set(recording, serial);
  return `${name}#${serial}`;
}
