import * as v from 'valibot';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { parseRecording } from './parse-recording';
import type { RecordedLibrary, RecordedMachine } from './recording';
import { shapeError } from './recording-schema';
import { summarise } from './summarise';
import { parseUntrustedJson } from './untrusted-json';

/** One recording of the gallery, public/recordings, as its index lists it. */
export interface GalleryEntry {
  /** What links and settings call it: the name of its file beside the index, without `.json`. */
  readonly name: string;
  readonly recordedOn: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly bias: boolean;
  /** Batch sizes that were recorded, ascending. */
  readonly batches: readonly number[];
}

export interface GalleryIndex {
  readonly recordings: readonly GalleryEntry[];
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const indexSchema = v.object({
  recordings: v.array(
    v.object({
      file: v.pipe(v.string(), v.regex(/^[\w.-]+\.json$/, 'must be the name of a file beside the index')),
      recordedOn: v.string(),
      library: v.object({ name: v.string(), version: v.string(), backend: v.string() }),
      machine: v.object({ cpu: v.string(), threads: whole, os: v.string(), note: v.exactOptional(v.string()) }),
      inFeatures: whole,
      outFeatures: whole,
      bias: v.boolean(),
      batches: v.array(whole),
    }),
  ),
});

/** Reads public/recordings/index.json. Never throws. */
export function parseGalleryIndex(text: string): Result<GalleryIndex, ParseError> {
  const json = parseUntrustedJson(text, { characters: 2 ** 20, depth: 8, values: 50_000 });
  if (!json.ok) return json;
  const index = v.safeParse(indexSchema, json.value, { abortEarly: true });
  if (!index.success) return fail(shapeError(index.issues[0]));
  return ok({ recordings: index.output.recordings.map(({ file, ...entry }) => ({ name: file.replace(/\.json$/, ''), ...entry })) });
}

/** The text of the index for these files, by name; fails at the first file that is not a recording. */
export function galleryIndexText(files: readonly { readonly file: string; readonly text: string }[]): Result<string, ParseError> {
  const recordings: (Omit<GalleryEntry, 'name'> & { readonly file: string })[] = [];
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const recording = parseRecording(text);
    if (!recording.ok) return fail({ message: `${file}: ${recording.error.message}` });
    const { recordedOn, library, machine, inFeatures, outFeatures, bias, batches } = summarise(recording.value);
    recordings.push({ file, recordedOn, library, machine, inFeatures, outFeatures, bias, batches });
  }
  return ok(`${JSON.stringify({ recordings }, null, 2)}\n`);
}
