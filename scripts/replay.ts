/**
 * Replays recordings and compares on bits: `npm run replay -- FILE…`
 *
 * Prints one line for each kernel of each class of rows, and finally `N of M outputs equal to the bit`, where a recording's
 * digests prove the rows whose bits it does not hold. Exit 0: all equal; 1: some are not, or a digest is not; 2: a file can't
 * be read or would take too long, and a sentence says why.
 */
import { LIMITS } from '../src/lib/limits';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { IndexRange } from '../src/linear/index-ranges';
import { FROUND_WITH_ADDERS } from '../src/linear/groups';
import { indexCount } from '../src/linear/index-ranges';
import { parseRecording } from '../src/recordings/parse-recording';
import type { Recording } from '../src/recordings/recording';
import type { ReplayedKernels } from '../src/recordings/replay';
import { replay, replayProblem } from '../src/recordings/replay';
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
  if (!recording.ok) return fail(recording.error.message);
  const problem = replayProblem(recording.value);
  return problem === null ? ok(recording.value) : fail(problem);
}

function printed(ranges: readonly IndexRange[]): string {
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function linesOf({ batch, kernels, differing, digestIsEqual }: ReplayedKernels): string[] {
  const lines = kernels.map(({ rows, columns, equal, total }) => `${indexCount(rows) === 1 ? 'row' : 'rows'} ${printed(rows)}  columns ${printed(columns)}  ${equal} of ${total} equal`);
  for (const { row, columns } of differing) lines.push(`row ${row}  not equal: columns ${columns.slice(0, SHOWN).join(', ')}${columns.length > SHOWN ? ', …' : ''}`);
  if (digestIsEqual === false) lines.push(`all rows together do not have the recorded SHA-256${differing.length === 0 ? ', although the rows with recorded bits are equal; only these count' : ''}`);
  return lines.map((line) => `batch ${batch}  ${line}`);
}

function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error('Usage: npm run replay -- FILE…');
    return 2;
  }
  let equal = 0;
  let total = 0;
  let digestsEqual = true;
  for (const path of paths) {
    const recording = load(path);
    if (!recording.ok) {
      console.error(`${path}: ${recording.error}`);
      return 2;
    }
    for (const call of replay(recording.value, FROUND_WITH_ADDERS)) {
      for (const line of linesOf(call)) console.log(`${basename(path)}  ${line}`);
      equal += call.equal;
      total += call.total;
      digestsEqual &&= call.digestIsEqual !== false;
    }
  }
  console.log(`${equal} of ${total} outputs equal to the bit`);
  return equal === total && digestsEqual ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
