import { layerTitle } from '../lib/words';
import type { InlineSource, LayerSpec } from '../experiments/layer-spec';
import type { OrderSchedule } from '../experiments/order-schedule';
import type { DataSource } from '../linear/layer';
import type { Recording } from '../recordings/recording';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { refusedFormat, styled } from '../experiments/method-spec';
import { misfit } from '../orders/misfit';
import { printScheduleText } from '../share/schedule-text';
import type { Settings } from '../share/settings';
import { threadRecording } from '../share/thread-libraries';
import type { Channel } from './results';
import type { Recordings } from './experiment';

/** What specs are made from. */
export interface Known {
  readonly settings: Settings;
  readonly recordings: Recordings;
}

/** A value, the reason why there is none, or null while a recording is loading. */
export type Maybe<T> = Result<T, ParseError> | null;

/** The Lab's layer and its orders, each with a text that identifies it. */
export interface LabSpec {
  readonly layer: LayerSpec;
  readonly schedule: OrderSchedule;
  readonly scheduleKey: string;
}

/** The recordings that these channels need under these settings, by name. */
export function neededRecordings(settings: Settings, channels: readonly Channel[]): string[] {
  const thread = channels.includes('thread') ? threadRecording(settings) : null;
  const lab = (['sweep', 'whole', 'cell', 'remedies'] as const).some((channel) => channels.includes(channel)) && (settings.schedule === 'recording' || settings.data === 'recorded');
  return [...(thread === null ? [] : [thread]), ...(lab ? [settings.recording] : [])];
}

/** The Lab's layer with this many rows of x. */
export function labSpec({ settings, recordings }: Known, rows: number): Maybe<LabSpec> {
  const needed = settings.schedule === 'recording' || settings.data === 'recorded';
  const found = needed ? (recordings.get(settings.recording) ?? null) : undefined;
  if (found === null || found?.ok === false) return found;
  const recording = found?.value;

  const source = recording !== undefined && settings.data === 'recorded' ? recordedSource(settings, recording, rows) : ok(drawnSource(settings));
  if (!source.ok) return source;
  const bias = recording !== undefined && settings.schedule === 'recording' ? recording.operation.bias : settings.bias !== 'none';
  if (bias && source.value.kind === 'inline' && source.value.bias === null) {
    return fail({ message: 'The recording’s numbers have no bias: choose none, or other data.' });
  }
  const { inFeatures, outFeatures, format, result } = settings;
  const output = format === 'float64' || result === 'float32' ? {} : { output: result };
  const layer: LayerSpec = { inFeatures, outFeatures, rows, bias, source: source.value, format, ...output };
  const schedule = scheduleOf(settings, recording, bias);
  return schedule.ok ? ok({ layer, schedule: schedule.value, scheduleKey: scheduleKey(settings) }) : schedule;
}

function drawnSource({ data, seed, uniform, condition }: Settings): DataSource {
  if (data === 'torch' || data === 'recorded') return { kind: 'torch', seed, uniform };
  return data === 'cancelling' ? { kind: data, seed, condition } : { kind: data, seed };
}

function recordedSource(settings: Settings, recording: Recording, rows: number): Result<DataSource | InlineSource, ParseError> {
  const { operation, data } = recording;
  const { inFeatures, outFeatures } = operation;
  if (settings.inFeatures !== inFeatures || settings.outFeatures !== outFeatures) {
    return fail({ message: `The recording’s numbers are for ${layerTitle({ inFeatures, outFeatures })}, not ${layerTitle(settings)}.` });
  }
  if (data.kind === 'torch') return ok({ kind: 'torch', seed: data.seed, uniform: data.uniform });
  if (rows > data.rows) return fail({ message: `The recording holds ${data.rows} rows of x; this view needs ${rows}.` });
  return ok({ kind: 'inline', id: settings.recording, x: data.x, weight: data.weight, bias: data.bias });
}

function scheduleOf(settings: Settings, recording: Recording | undefined, bias: boolean): Result<OrderSchedule, ParseError> {
  if (settings.schedule === 'pattern') return ok({ kind: 'pattern', name: settings.pattern });
  if (settings.schedule === 'recording' && recording !== undefined) {
    // Only what the worker needs, since messages are copied.
    const { library, operation, calls } = recording;
    return ok({ kind: 'recording', recording: { library, operation, calls } });
  }
  const style = { fused: settings.fused, bias: settings.bias };
  const entries = settings.orders.map(({ from, method }) => ({ from, method: styled(method, style) }));
  // Even those that no listed batch size uses, so that the reader is told at once.
  const problem = entries.map(({ method }) => (method.kind === 'notation' ? misfit(method.order, settings.inFeatures, bias) : null) ?? refusedFormat(method, settings.format)).find((one) => one !== null);
  return problem === undefined || problem === null ? ok({ kind: 'thresholds', entries }) : fail({ message: problem });
}

/** A name stands for one recording as long as the page is open. */
function scheduleKey({ schedule, recording, pattern, orders, fused, bias }: Settings): string {
  switch (schedule) {
    case 'recording':
      return JSON.stringify([schedule, recording]);
    case 'pattern':
      return JSON.stringify([schedule, pattern]);
    case 'thresholds':
      return JSON.stringify([schedule, printScheduleText(orders), fused, bias]);
  }
}
