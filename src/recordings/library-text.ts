import { layerTitle, plural } from '../lib/words';
import type { RecordedLibrary, RecordedMachine, RecordedOperation, Recording } from './recording';
import { isFloat32 } from './recording';

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

/** "float32", "TF32", "float8_e4m3, bfloat16 results" */
export function formatsText({ dtype, output }: Pick<RecordedOperation, 'dtype' | 'output'>): string {
  const [factors, same] = dtype === 'tf32' ? ['TF32', 'float32'] : [dtype, dtype];
  return output === same ? factors : `${factors}, ${output} results`;
}

/** "NVIDIA H100", or "2 threads, AMD EPYC" without a GPU. */
export function machineText({ cpu, gpu, threads }: RecordedMachine): string {
  return gpu?.trim() || `${plural(threads, 'thread')}, ${cpu}`;
}

/** Where a recording comes from, in one sentence. */
export function recordedText({ library, machine, recordedOn, operation }: Recording): string {
  return `Recorded on ${recordedOn} from ${libraryInBrackets(library)} at ${layerTitle(operation)}${isFloat32(operation) ? '' : ` in ${formatsText(operation)}`}, ${machineText(machine)}.`;
}
