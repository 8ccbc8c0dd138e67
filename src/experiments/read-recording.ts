import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import { knownRows } from '../recordings/recording';
import type { ReplayedCall } from '../recordings/replay';
import { prepareRecorded, replayCall, replayProblem } from '../recordings/replay';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** The text of an untrusted file. */
export interface ReadRecordingSpec {
  readonly text: string;
}

export type ReadRecordingPartial = { readonly kind: 'replayed'; readonly call: ReplayedCall } | { readonly kind: 'recording'; readonly recording: Recording };

/**
 * Checks a reader's recording, and that its replay is not too much work, then runs every call on the recording's numbers and compares with what the library
 * returned, on bits; last, yields the recording itself, with its arrays.
 */
export function* readRecording({ text }: ReadRecordingSpec, { engine }: ExperimentContext = newExperimentContext()): Experiment<ReadRecordingPartial> {
  // Parsing a large file is one step: nothing can be shown before it is done.
  yield progress(0, 1);
  const parsed = parseRecording(text);
  if (!parsed.ok) return parsed.error;
  const recording = parsed.value;
  const total = recording.calls.reduce((sum, call) => sum + knownRows(call), 0);
  let done = 0;
  yield progress(done, total);
  const problem = replayProblem(recording);
  if (problem !== null) return { message: problem };
  const layer = prepareRecorded(recording, engine);
  for (const call of recording.calls) {
    const rows = replayCall(recording, call, layer);
    let step = rows.next();
    for (; !step.done; step = rows.next()) yield progress(done + step.value, total);
    yield partial({ kind: 'replayed', call: step.value }, []);
    done += knownRows(call);
  }
  const { data } = recording;
  yield partial({ kind: 'recording', recording }, data.kind === 'inline' ? [data.x, data.weight, ...(data.bias === null ? [] : [data.bias])] : []);
  return null;
}
