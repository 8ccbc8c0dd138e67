import type { GalleryEntry } from '../recordings/gallery-entry';
import { parseGalleryIndex } from '../recordings/gallery-index';
import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import { LIMITS } from '../lib/limits';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';

/** A recording of the gallery from its file's text, which is null if the gallery has none of that name. */
export function readGalleryRecording(name: string, text: string | null): Result<Recording, ParseError> {
  if (text === null) return fail({ message: `The gallery has no recording called ${name}.` });
  if (text.length > LIMITS.recordingBytes) return fail({ message: `The recording ${name} is too large.` });
  const recording = parseRecording(text);
  return recording.ok ? recording : fail({ message: `The recording ${name} can’t be used: ${recording.error.message}` });
}

/** The gallery's list. */
export function readGalleryList(text: string | null): Result<readonly GalleryEntry[], ParseError> {
  if (text === null) return fail({ message: 'The gallery has no list of its recordings.' });
  const index = parseGalleryIndex(text);
  return index.ok ? ok(index.value.recordings) : index;
}
