import { readFileSync } from 'node:fs';
import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';

/** The text of a recording of a simulated GPU: what scripts/fixtures/gpu-recordings.py wrote under this name. */
export function gpuRecordingText(name: string): string {
  return readFileSync(new URL(`../recordings/fixtures/${name}.json`, import.meta.url), 'utf8');
}

export function gpuRecording(name: string): Recording {
  const recording = parseRecording(gpuRecordingText(name));
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}
