import { MAX_RECORDING_BYTES, parseRecording } from '../recordings/parse-recording';
import { isUserRecordingName, USER_RECORDING_PREFIX } from '../recordings/user-recording-name';
import type { Recording } from '../recordings/recording';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { readGalleryFile } from './gallery-files';

type Loaded = Result<Recording, ParseError>;

/** Each recording is fetched and read once, however many figures ask for it. */
const loading = new Map<string, Promise<Loaded>>();

/** A recording of the gallery, by its file's name without `.json`; one that failed is asked for anew the next time. */
export function loadRecording(name: string): Promise<Loaded> {
  let found = loading.get(name);
  if (found === undefined) {
    found = fetchRecording(name).then((result) => {
      if (!result.ok) loading.delete(name);
      return result;
    });
    loading.set(name, found);
  }
  return found;
}

/** Puts a recording that the reader brought where those of the gallery come from. */
export function keepRecording(name: string, recording: Recording): void {
  loading.set(name, Promise.resolve(ok(recording)));
  tell(name);
}

export function forgetRecording(name: string): void {
  loading.delete(name);
  tell(name);
}

const followers = new Set<(name: string) => void>();

function tell(name: string): void {
  for (const follower of followers) follower(name);
}

/** Calls back whenever what was known under a name is no longer so: the reader brought it, or took it away. Gives back what ends it. */
export function followReadersRecordings(follower: (name: string) => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

async function fetchRecording(name: string): Promise<Loaded> {
  if (isUserRecordingName(name)) return fail({ message: `“${name.slice(USER_RECORDING_PREFIX.length).replace(/-\d+$/, '')}” is a file of a reader’s own, which links and reloads don’t keep; drop it here to see it.` });
  try {
    const text = await readGalleryFile(`${name}.json`);
    if (text === null) return fail({ message: `The gallery has no recording called ${name}.` });
    if (text.length > MAX_RECORDING_BYTES) return fail({ message: `The recording ${name} is too large.` });
    const recording = parseRecording(text);
    return recording.ok ? recording : fail({ message: `The recording ${name} can’t be used: ${recording.error.message}` });
  } catch {
    return fail({ message: `The recording ${name} could not be loaded.` });
  }
}
