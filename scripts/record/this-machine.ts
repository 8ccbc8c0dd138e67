import { arch, cpus, type } from 'node:os';
import type { RecordedMachine } from '../../src/recordings/recording';

/** What a recording says of the machine that it was made on. */
export function thisMachine(threads: number): RecordedMachine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    threads,
    os: `${type()} ${arch() === 'x64' ? 'x86-64' : arch()}`,
    note: `Node.js ${process.versions.node}`,
  };
}
