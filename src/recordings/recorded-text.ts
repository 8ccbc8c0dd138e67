import { libraryInBrackets } from './library-text';
import type { Recording } from './recording';

/** Where a recording comes from, in one sentence. */
export function recordedText({ library, machine, recordedOn, operation }: Recording): string {
  const threads = `${machine.threads} ${machine.threads === 1 ? 'thread' : 'threads'}`;
  return `Recorded on ${recordedOn} from ${libraryInBrackets(library)} at ${operation.inFeatures} → ${operation.outFeatures}, ${threads}, ${machine.cpu}.`;
}
