import { formatsText, libraryName } from '../recordings/library-text';
import { isUserRecordingName } from '../recordings/user-recording-name';
import type { RecordedLibrary, RecordedMachine, RecordedOperation } from '../recordings/recording';
import { isFloat32 } from '../recordings/recording';

/** "PyTorch 2.13.0"; "Your file: PyTorch 2.13.0" for one that the reader brought. */
export function recordingTitle(name: string, library: RecordedLibrary): string {
  return marked(name, libraryName(library));
}

/** Marks text about a recording, if it is the reader's own file. */
export function marked(name: string, text: string): string {
  return isUserRecordingName(name) ? `Your file: ${text}` : text;
}

/** What is unusual about a recording: formats that are not float32; its GPU, or more threads than one, and AVX-512. */
export function unusualText({ machine: { cpu, gpu, threads }, ...formats }: { readonly machine: RecordedMachine } & Pick<RecordedOperation, 'dtype' | 'output'>): string[] {
  const processor = gpu === undefined ? [...(threads === 1 ? [] : [`${threads} threads`]), ...(/(?<!no )AVX-512/.test(cpu) ? ['AVX-512'] : [])] : [gpu];
  return [...(isFloat32(formats) ? [] : [formatsText(formats)]), ...processor];
}
