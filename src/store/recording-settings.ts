import { LIMITS } from '../lib/limits';
import type { Recording } from '../recordings/recording';
import type { Settings } from '../share/settings';

/** The settings under which the Lab shows a recording on the numbers that it was made on. */
export function settingsOfRecording(name: string, { operation, data, calls }: Recording): Partial<Settings> {
  const { inFeatures, outFeatures } = operation;
  const batches = [...new Set(calls.map(({ batch }) => batch))].slice(0, LIMITS.batches);
  return {
    schedule: 'recording',
    recording: name,
    inFeatures,
    outFeatures,
    format: 'float32',
    row: calls[0]?.row ?? 0,
    cell: null,
    ...(batches.length > 0 && { batches, baseline: batches[0]! }),
    ...(data.kind === 'torch' ? { data: 'torch', seed: data.seed, uniform: data.uniform } : { data: 'recorded' }),
  };
}
