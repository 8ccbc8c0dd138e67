import type { RecordedData, RecordedLibrary, RecordedMachine, RecordedOperation, Recording } from './recording';
import { knowsAllRows } from './recording';

/** The numbers that a recording was made on: drawn as PyTorch draws them, or its own. */
export type RecordedNumbers = Pick<RecordedData & { kind: 'torch' }, 'kind' | 'seed' | 'uniform'> | Pick<RecordedData & { kind: 'inline' }, 'kind'>;

/** One recording of the gallery, public/recordings, as its index lists it. */
export interface GalleryEntry extends RecordedOperation {
  /** What links and settings call it: the name of its file beside the index, without `.json`. */
  readonly name: string;
  readonly recordedOn: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  readonly numbers: RecordedNumbers;
  /** Batch sizes that were recorded, ascending. */
  readonly batches: readonly number[];
  /** Whether the orders of all rows are known at each of them. */
  readonly allRows: boolean;
}

export function galleryEntry(name: string, { recordedOn, library, machine, operation, data, calls }: Recording): GalleryEntry {
  return {
    name,
    recordedOn,
    library,
    machine,
    ...operation,
    numbers: data.kind === 'torch' ? { kind: data.kind, seed: data.seed, uniform: data.uniform } : { kind: data.kind },
    batches: calls.map(({ batch }) => batch),
    allRows: calls.every(knowsAllRows),
  };
}

/** Whether two recordings were made on numbers that are known to be the same. */
export function sameNumbers(a: RecordedNumbers, b: RecordedNumbers): boolean {
  return a.kind === 'torch' && b.kind === 'torch' && a.seed === b.seed && a.uniform === b.uniform;
}

/** The libraries that most people run on a CPU; they come first in the gallery, in this sequence. */
const COMMON_LIBRARIES: readonly string[] = ['PyTorch', 'NumPy', 'JAX', 'TensorFlow', 'ONNX Runtime'];

function rankOf({ library }: GalleryEntry): number {
  const rank = COMMON_LIBRARIES.indexOf(library.name);
  return rank === -1 ? COMMON_LIBRARIES.length : rank;
}

function compareTexts(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The gallery's sequence: by library, the newest version first, one thread before two, the latest recording first, large layers before small ones. */
export function compareEntries(a: GalleryEntry, b: GalleryEntry): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareTexts(a.library.name, b.library.name) ||
    compareTexts(b.library.version, a.library.version) ||
    a.machine.threads - b.machine.threads ||
    compareTexts(b.recordedOn, a.recordedOn) ||
    compareTexts(a.library.backend, b.library.backend) ||
    b.inFeatures * b.outFeatures - a.inFeatures * a.outFeatures ||
    compareTexts(a.name, b.name)
  );
}

/** Of entries in the gallery's sequence: the first of each of the common libraries. */
export function commonEntries(entries: readonly GalleryEntry[]): GalleryEntry[] {
  return COMMON_LIBRARIES.flatMap((name) => entries.find(({ library }) => library.name === name) ?? []);
}
