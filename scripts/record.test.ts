import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRecording } from '../src/recordings/parse-recording';
import { replay } from '../src/recordings/replay';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));

function record(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/record.ts'), ...args], { cwd: root, encoding: 'utf8' });
  return { code: run.status, lines: run.stderr.trimEnd().split('\n') };
}

describe('npm run record', { timeout: 60_000 }, () => {
  it('writes a recording that replays, with a line for each batch size, and exits with 0', () => {
    const output = join(folder, 'stdlib.json');
    const { code, lines } = record('--library', 'stdlib', '--in', '5', '--out', '3', '--batches', '1,2', '--output', output);
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^batch 1: 1 class of rows, 1 order, read off by \d+ calls, 3 of 3 outputs equal to the bit$/),
      expect.stringMatching(/^batch 2: 1 class of rows, 1 order, read off by \d+ calls, 6 of 6 outputs equal to the bit$/),
      `Written to ${output}`,
    ]);
    const recording = parseRecording(readFileSync(output, 'utf8'));
    expect(recording.ok && [...replay(recording.value)].map(({ equal, total }) => [equal, total])).toEqual([[3, 3], [6, 6]]);
  });

  it('says why a library can’t be recorded, writes nothing and exits with 1', () => {
    const output = join(folder, 'none.json');
    const { code, lines } = record('--library', 'tfjs-cpu', '--in', '4', '--out', '8', '--output', output);
    expect([code, existsSync(output)]).toEqual([1, false]);
    expect(lines.at(-1)).toMatch(/^There is nothing to write\. Batch 1: Output 0: .* is kept in more than float32/);
  });

  it('exits with 2 when the command line is wrong or the file can’t be written', () => {
    const wrong = record('--library', 'numpy');
    expect([wrong.code, wrong.lines[0]]).toEqual([2, expect.stringMatching(/^--library must be one of .*, but is numpy\.$/)]);
    const output = join(folder, 'no-such-folder', 'x.json');
    for (const [path, why] of [[output, 'ENOENT'], [folder, 'EISDIR']] as const) {
      const { code, lines } = record('--library', 'stdlib', '--in', '4', '--out', '8', '--output', path);
      // Detected before anything has run.
      expect([code, lines]).toEqual([2, [`${path} can’t be written (${why}).`]]);
    }
  });
});
