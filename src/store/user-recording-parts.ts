import { isUserRecordingName } from '../recordings/user-recording-name';
import type { Recording } from '../recordings/recording';
import { isFloat32 } from '../recordings/recording';
import { THREAD } from '../recordings/thread';
import type { PartValues, SomeParts } from '../share/part-values';
import { FIRST_PARTS } from '../share/part-values';
import { sameValue } from '../share/setting-table';
import { settingsOfRecording } from './recording-settings';

/** Every part that a file can set, and its setting that names the recording. */
const NAMED_BY = { lab: 'recording', thread: 'threadOther', heatmap: 'recording', walks: 'library', 'kernel-map': 'recording' } as const;

type TakenPart = keyof typeof NAMED_BY;

const TAKEN_PARTS = Object.keys(NAMED_BY) as TakenPart[];

function nameIn(parts: PartValues, part: TakenPart): string {
  return (parts[part] as Readonly<Record<string, unknown>>)[NAMED_BY[part]] as string;
}

/** What to go back to: the parts as they are, but at their first values where a link has left the name of a file. */
export function partsBefore(parts: PartValues): PartValues {
  const first = TAKEN_PARTS.filter((part) => isUserRecordingName(nameIn(parts, part)));
  return { ...parts, ...Object.fromEntries(first.map((part) => [part, FIRST_PARTS[part]])) };
}

/** The settings that switch the page to a recording. */
export function partsWith(name: string, recording: Recording): SomeParts {
  const { inFeatures, outFeatures, bias } = recording.operation;
  const batches = recording.calls.map(({ batch }) => batch);
  const thread = THREAD.find((one) => one.inFeatures === inFeatures && one.outFeatures === outFeatures && bias && isFloat32(recording.operation));
  return {
    lab: settingsOfRecording(name, recording),
    ...(thread && { thread: { threadCase: thread.name, threadOther: name, threadColumn: 0, threadBeside: 0 } }),
    heatmap: { recording: name, cell: null, baseline: batches[0] ?? 1, wholeBatch: batches.findLast((batch) => batch >= 2 && batch <= 128) ?? 2 },
    walks: { library: name, products: inFeatures, left: 0, right: 0 },
    'kernel-map': { recording: name, batch: batches[0] ?? 0 },
  };
}

/** Restores each setting that the recording set and the reader has not changed since, in the parts that still show it. */
export function partsRestored(parts: PartValues, name: string, set: SomeParts, before: PartValues): SomeParts {
  const restored = TAKEN_PARTS.filter((part) => nameIn(parts, part) === name).map((part) => {
    const now: Readonly<Record<string, unknown>> = parts[part];
    const then: Readonly<Record<string, unknown>> = before[part];
    // The reader may have chosen the recording in a part that it did not set.
    const values: Readonly<Record<string, unknown>> = set[part] ?? { [NAMED_BY[part]]: name };
    const untouched = Object.keys(values).filter((key) => sameValue(now[key], values[key]));
    return [part, Object.fromEntries(untouched.map((key) => [key, then[key]]))];
  });
  return Object.fromEntries(restored) as SomeParts;
}
