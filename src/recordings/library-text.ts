import { plural } from '../lib/words';
import type { RecordedLibrary, Recording } from './recording';

type Named = Pick<RecordedLibrary, 'name' | 'version'>;

function joined(texts: readonly string[], between: string): string {
  return texts.map((text) => text.trim()).filter((text) => text !== '').join(between);
}

/** "PyTorch 2.13.0"; a file may leave any of it out. */
export function libraryName({ name, version }: Named): string {
  return joined([name, version], ' ') || 'a library without a name';
}

/** "PyTorch 2.13.0, MKL 2024.2" */
export function libraryLine(library: RecordedLibrary): string {
  return joined([libraryName(library), library.backend], ', ');
}

/** "PyTorch 2.13.0 with MKL 2024.2" */
export function libraryWith(library: RecordedLibrary): string {
  return joined([libraryName(library), library.backend], ' with ');
}

/** "PyTorch 2.13.0 (MKL 2024.2)"; `more` also goes into the brackets. */
export function libraryInBrackets(library: RecordedLibrary, ...more: readonly string[]): string {
  const inside = joined([library.backend, ...more], ', ');
  return inside === '' ? libraryName(library) : `${libraryName(library)} (${inside})`;
}

/** Where a recording comes from, in one sentence. */
export function recordedText({ library, machine, recordedOn, operation }: Recording): string {
  return `Recorded on ${recordedOn} from ${libraryInBrackets(library)} at ${operation.inFeatures} → ${operation.outFeatures}, ${plural(machine.threads, 'thread')}, ${machine.cpu}.`;
}
