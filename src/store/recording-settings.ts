import { LIMITS } from '../lib/limits';
import { isUserRecordingName } from '../recordings/user-recording-name';
import type { RecordedOperation, Recording } from '../recordings/recording';
import { firstRow, layerFormats } from '../recordings/recording';
import type { PartValues } from '../share/part-values';
import type { Settings } from '../share/settings';
import { INITIAL_SETTINGS } from '../share/settings';

/** The settings that show a recording in the Lab on its own numbers. */
export function settingsOfRecording(name: string, { operation, data, calls }: Recording): Partial<PartValues['lab']> {
  const { inFeatures, outFeatures } = operation;
  const batches = recordedBatches(calls);
  return {
    schedule: 'recording',
    recording: name,
    inFeatures,
    outFeatures,
    ...formatsOfRecording(operation),
    row: calls[0] === undefined ? 0 : firstRow(calls[0]),
    cell: null,
    ...(batches.length > 0 && { batches, baseline: batches[0]! }),
    ...(data.kind === 'torch' ? { data: 'torch', seed: data.seed, uniform: data.uniform } : { data: 'recorded' }),
  };
}

type Shape = Pick<Settings, 'inFeatures' | 'outFeatures' | 'format' | 'result' | 'row' | 'batches'>;

/**
 * The formats, size, row and batch sizes at which a figure shows a recording: its formats, and the figure's own size, row and
 * batch sizes if it is the gallery's and of that size, else the recording's.
 */
export function shapeOfRecording(name: string, { operation, calls }: Recording): Shape {
  const { inFeatures, outFeatures, row, batches } = INITIAL_SETTINGS;
  const formats = formatsOfRecording(operation);
  if (operation.inFeatures === inFeatures && operation.outFeatures === outFeatures && !isUserRecordingName(name)) return { inFeatures, outFeatures, ...formats, row, batches };
  const its = recordedBatches(calls);
  return { inFeatures: operation.inFeatures, outFeatures: operation.outFeatures, ...formats, row: calls[0] === undefined ? row : firstRow(calls[0]), batches: its.length > 0 ? its : batches };
}

/** The number formats in which a recording's layer is computed. */
export function formatsOfRecording(operation: Pick<RecordedOperation, 'dtype' | 'output'>): Pick<Settings, 'format' | 'result'> {
  return { format: layerFormats(operation).format, result: operation.output };
}

function recordedBatches(calls: Recording['calls']): number[] {
  return calls.map(({ batch }) => batch).slice(0, LIMITS.batches);
}
