import * as v from 'valibot';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { GalleryEntry } from './gallery-entry';
import { compareEntries, galleryEntry } from './gallery-entry';
import { parseRecording } from './parse-recording';
import { RECORDED_DTYPES, RECORDED_OUTPUTS } from './recording';
import { shapeError } from './recording-schema';
import { parseUntrustedJson } from './untrusted-json';

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
      machine: v.object({ cpu: v.string(), threads: whole, os: v.string(), gpu: v.exactOptional(v.string()), note: v.exactOptional(v.string()) }),
      dtype: v.picklist(RECORDED_DTYPES),
      output: v.picklist(RECORDED_OUTPUTS),
      inFeatures: whole,
      outFeatures: whole,
      bias: v.boolean(),
      numbers: v.variant('kind', [
        v.object({ kind: v.literal('torch'), seed: v.pipe(v.number(), v.integer(), v.minValue(0)), uniform: v.picklist(['fused', 'separate']) }),
        v.object({ kind: v.literal('inline') }),
      ]),
      batches: v.array(whole),
      allRows: v.boolean(),
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
  const entries: GalleryEntry[] = [];
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const recording = parseRecording(text);
    if (!recording.ok) return fail({ message: `${file}: ${recording.error.message}` });
    entries.push(galleryEntry(file.replace(/\.json$/, ''), recording.value));
  }
  const recordings = entries.sort(compareEntries).map(({ name, ...entry }) => ({ file: `${name}.json`, ...entry }));
  return ok(`${JSON.stringify({ recordings }, null, 2)}\n`);
}
