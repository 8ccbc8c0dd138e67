import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import type { ReplayedKernel } from '../recordings/replay';
import { replay } from '../recordings/replay';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** The text of an untrusted file. */
export interface ReadRecordingSpec {
  readonly text: string;
}

export type ReadRecordingPartial = { readonly kind: 'replayed'; readonly kernel: ReplayedKernel } | { readonly kind: 'recording'; readonly recording: Recording };

/**
 * Checks a reader's recording, then runs every kernel on the recording's numbers and compares with what the library
 * returned, on bits; last, yields the recording itself, with its arrays.
 */
export function* readRecording({ text }: ReadRecordingSpec, { engine }: ExperimentContext = newExperimentContext()): Experiment<ReadRecordingPartial> {
  // Parsing a large file is one step: nothing can be shown before it is done.
  yield progress(0, 1);
  const parsed = parseRecording(text);
  if (!parsed.ok) return parsed.error;
  const recording = parsed.value;
  const total = recording.calls.reduce((count, { plan }) => count + plan.length, 0);
  let done = 0;
  yield progress(done, total);
  for (const kernel of replay(recording, engine)) {
    yield partial({ kind: 'replayed', kernel }, []);
    yield progress(++done, total);
  }
  const { data } = recording;
  yield partial({ kind: 'recording', recording }, data.kind === 'inline' ? [data.x, data.weight, ...(data.bias === null ? [] : [data.bias])] : []);
  return null;
}
