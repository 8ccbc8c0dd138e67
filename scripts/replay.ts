/**
 * Replays recordings and compares on bits: `npm run replay -- FILE…`
 *
 * Prints one line per kernel, and finally `N of M outputs equal to the bit`. Exit 0: all equal; 1: some are not; 2: a file
 * can't be read, and a sentence says why.
 */
import { LIMITS } from '../src/lib/limits';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { IndexRange } from '../src/linear/index-ranges';
import { parseRecording } from '../src/recordings/parse-recording';
import type { Recording } from '../src/recordings/recording';
import { replay } from '../src/recordings/replay';
import type { Result } from '../src/lib/result';
import { fail, ok } from '../src/lib/result';

const SHOWN = 12;

function load(path: string): Result<Recording, string> {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > LIMITS.recordingBytes) return fail(`The file has ${size} bytes; at most ${LIMITS.recordingBytes} are read.`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return fail(`The file can't be opened (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`);
  }
  const recording = parseRecording(text);
  return recording.ok ? ok(recording.value) : fail(recording.error.message);
}

function printed(columns: readonly IndexRange[]): string {
  return columns.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error('Usage: npm run replay -- FILE…');
    return 2;
  }
  let equal = 0;
  let total = 0;
  for (const path of paths) {
    const recording = load(path);
    if (!recording.ok) {
      console.error(`${path}: ${recording.error}`);
      return 2;
    }
    for (const kernel of replay(recording.value)) {
      const { batch, row, columns, differing } = kernel;
      const named = differing.slice(0, SHOWN).join(', ') + (differing.length > SHOWN ? ', …' : '');
      const where = `${basename(path)}  batch ${batch}  row ${row}  columns ${printed(columns)}`;
      console.log(`${where}  ${kernel.equal} of ${kernel.total} equal${differing.length > 0 ? `; not ${named}` : ''}`);
      equal += kernel.equal;
      total += kernel.total;
    }
  }
  console.log(`${equal} of ${total} outputs equal to the bit`);
  return equal === total ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
