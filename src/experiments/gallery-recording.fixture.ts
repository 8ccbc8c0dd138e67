import { readFileSync } from 'node:fs';
import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';

/** A recording of the gallery, for tests. */
export function galleryRecording(name: string): Recording {
  const parsed = parseRecording(readFileSync(new URL(`../../public/recordings/${name}.json`, import.meta.url), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
