import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedRecording } from '../src/figure-parts/gallery/use-recordings';
import { parseGalleryIndex } from '../src/recordings/gallery-index';
import { parseRecording } from '../src/recordings/parse-recording';

const FOLDER = 'public/recordings';

/** All recordings of the gallery, in its order, from the files that the page loads. */
export function gallery(): NamedRecording[] {
  const index = parseGalleryIndex(readFileSync(join(FOLDER, 'index.json'), 'utf8'));
  if (!index.ok) throw new Error(index.error.message);
  return index.value.recordings.map(({ name }) => {
    const recording = parseRecording(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
    if (!recording.ok) throw new Error(`${name}: ${recording.error.message}`);
    return { name, recording: recording.value };
  });
}
