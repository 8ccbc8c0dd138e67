import { MAX_RECORDING_BYTES, parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import type { Complaint, Result } from '../result';
import { fail } from '../result';
import { readGalleryFile } from './gallery-files';

type Loaded = Result<Recording, Complaint>;

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

async function fetchRecording(name: string): Promise<Loaded> {
  try {
    const text = await readGalleryFile(`${name}.json`);
    if (text === null) return fail({ message: `The gallery has no recording called ${name}.` });
    if (text.length > MAX_RECORDING_BYTES) return fail({ message: `The recording ${name} is too large.` });
    const recording = parseRecording(text);
    return recording.ok ? recording : fail({ message: `The recording ${name} can't be used: ${recording.error.message}` });
  } catch {
    return fail({ message: `The recording ${name} could not be loaded.` });
  }
}
