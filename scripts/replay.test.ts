import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { simulatedFile, TILED } from '../src/testing/simulated-recording';

const root = join(import.meta.dirname, '..');
const gallery = join(root, 'public/recordings');
const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function replay(...files: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/replay.ts'), ...files], { cwd: root, encoding: 'utf8' });
  return { code: run.status, lines: run.stdout.trimEnd().split('\n'), problem: run.stderr.trim() };
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('npm run replay', { timeout: 30_000 }, () => {
  it('prints a line for each kernel and the total, and exits with 0 when all are equal', () => {
    const { code, lines, problem } = replay(join(gallery, 'mkl-2020.4-4x8.json'), join(gallery, 'pytorch-1.13-openblas-768x768.json'));
    expect([code, problem]).toEqual([0, '']);
    expect(lines).toHaveLength(5 + 7 + 1);
    expect(lines[0]).toBe('mkl-2020.4-4x8.json  batch 1  row 0  columns 0–7  8 of 8 equal');
    expect(lines[10]).toBe('pytorch-1.13-openblas-768x768.json  batch 128  row 0  columns 0–7, 184–199, 376–391, 568–583, 760–767  64 of 64 equal');
    expect(lines.at(-1)).toBe('4648 of 4648 outputs equal to the bit');
  });

  it('names the outputs that are not equal and exits with 1', () => {
    const text = readFileSync(join(gallery, 'mkl-2020.4-4x8.json'), 'utf8').replace('"bits": "Cv+s', '"bits": "Cf+s');
    const { code, lines } = replay(written('tampered.json', text));
    expect(code).toBe(1);
    expect(lines.slice(0, 2)).toEqual(['tampered.json  batch 1  row 0  columns 0–7  7 of 8 equal', 'tampered.json  batch 1  row 0  not equal: columns 0']);
    expect(lines.at(-1)).toBe('39 of 40 outputs equal to the bit');
  });

  it('counts all outputs of all rows, and proves them by the digest', () => {
    const file = simulatedFile(TILED);
    const { code, lines } = replay(written('rows.json', JSON.stringify(file)));
    expect(code).toBe(0);
    expect(lines[2]).toBe('rows.json  batch 17  rows 0–5, 12–15  columns 0–19  200 of 200 equal');
    expect(lines.at(-1)).toBe('420 of 420 outputs equal to the bit');
    const digests = file.digests.map(({ batch }) => ({ batch, sha256: '0'.repeat(64) }));
    const wrong = replay(written('digests.json', JSON.stringify({ ...file, digests })));
    expect(wrong.code).toBe(1);
    expect(wrong.lines).toContain('digests.json  batch 17  all rows together do not have the recorded SHA-256, although the rows with recorded bits are equal; only these count');
    expect(wrong.lines.at(-1)).toBe('120 of 420 outputs equal to the bit');
  });

  it('replays tensor cores', () => {
    const { code, lines } = replay(join(root, 'src/recordings/fixtures/h100-bfloat16.json'));
    expect(code).toBe(0);
    expect(lines.at(-2)).toBe('h100-bfloat16.json  batch 6  rows 4–5  columns 8–11  8 of 8 equal');
    expect(lines.at(-1)).toBe('108 of 108 outputs equal to the bit');
  });

  it('refuses a file whose replay would take hours, and exits with 2', () => {
    const { batch, ...first } = { batch: 1024, ...simulatedFile(TILED) };
    const kernels = Array.from({ length: 64 }, (_, i) => ({ batch, rows: [[0, batch - 1]], columns: Array.from({ length: 64 }, (__, block) => [64 * block + i, 64 * block + i]), order: `0${' '.repeat(i)}..4095` }));
    const operation = { ...first.operation, inFeatures: 4096, outFeatures: 4096, bias: false };
    const outputs = [{ batch, row: 0, bits: Buffer.alloc(4 * 4096).toString('base64') }];
    const file = { ...first, operation, data: { ...first.data, batch }, kernels, outputs, digests: [{ batch, sha256: '0'.repeat(64) }] };
    const { code, problem } = replay(written('hours.json', JSON.stringify(file)));
    expect(code).toBe(2);
    expect(problem).toMatch(/hours\.json: Its replay would take 1,100 billion products, .*; at most 400 billion are computed\.$/);
  });

  it.each([
    ['a file that is no recording', written('odd.json', '{"format": "x"}'), /odd\.json: This is not a recording of summation orders\. format must be "summation-orders", but is "x"\.$/],
    ['a file that is not there', join(folder, 'missing.json'), /missing\.json: The file can't be opened \(ENOENT\)\.$/],
    ['a folder', folder, /The file can't be opened \(EISDIR\)\.$/],
  ])('says why it can’t read %s and exits with 2', (_, path, sentence) => {
    const { code, problem } = replay(path);
    expect(code).toBe(2);
    expect(problem).toMatch(sentence);
  });

  it('says how to call it when no file is named', () => {
    expect(replay()).toMatchObject({ code: 2, problem: 'Usage: npm run replay -- FILE…' });
  });
});
