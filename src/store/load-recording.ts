import { MAX_RECORDING_BYTES, parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import type { Complaint, Result } from '../result';
import { fail } from '../result';

/** Fetches a recording of the gallery, by its file's name without `.json`. */
export async function loadRecording(name: string): Promise<Result<Recording, Complaint>> {
  try {
    const answer = await fetch(new URL(`recordings/${encodeURIComponent(name)}.json`, document.baseURI));
    if (!answer.ok) return fail({ message: `The gallery has no recording called ${name}.` });
    const text = await answer.text();
    if (text.length > MAX_RECORDING_BYTES) return fail({ message: `The recording ${name} is too large.` });
    const recording = parseRecording(text);
    return recording.ok ? recording : fail({ message: `The recording ${name} can't be used: ${recording.error.message}` });
  } catch {
    return fail({ message: `The recording ${name} could not be loaded.` });
  }
}
