/**
 * Compares the fused multiply-add with the C library's on millions of cases built to be hard:
 *   npx tsx scripts/check-fmaf.ts [cases] [seed]
 * Needs gcc; without it, says so and exits with 0. The cases come from scripts/fixtures/fmaf.c.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fmaf } from '../src/numerics/fma';

/** Bytes per case: a, b, c and C's answer. */
const CASE = 16;
const SHOWN = 10;

/** Compares all cases that the C program streams; returns how many differ. */
async function compare(program: string, args: string[]): Promise<number> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let cases = 0;
  let differ = 0;
  let pending = Buffer.alloc(0);
  for await (const chunk of child.stdout) {
    const data = Buffer.concat([pending, chunk as Buffer]);
    const whole = Math.floor(data.length / CASE) * CASE;
    const view = new DataView(data.buffer, data.byteOffset, whole);
    const read = (at: number): number => view.getFloat32(at, true);
    for (let at = 0; at < whole; at += CASE) {
      const [a, b, c, expected] = [read(at), read(at + 4), read(at + 8), read(at + 12)];
      const got = fmaf(a, b, c);
      cases += 1;
      if (Object.is(got, expected)) continue;
      differ += 1;
      if (differ <= SHOWN) console.error(`fmaf(${a}, ${b}, ${c}) is ${expected}, here ${got}`);
    }
    pending = data.subarray(whole);
  }
  const code = await new Promise<number | null>((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else child.on('close', done);
  });
  if (code !== 0 || pending.length > 0) throw new Error(`the C program stopped early (exit code ${code})`);
  console.log(`fmaf: ${cases} cases, ${differ} differ`);
  return differ;
}

const [cases = '10800000', seed = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'check-fmaf-'));
try {
  const source = fileURLToPath(new URL('./fixtures/fmaf.c', import.meta.url));
  const program = join(folder, 'fmaf');
  const built = spawnSync('gcc', ['-O2', '-ffp-contract=off', source, '-o', program, '-lm'], { stdio: 'inherit' });
  if (built.error !== undefined) console.log('gcc is not here, so nothing was compared');
  else if (built.status !== 0) throw new Error('gcc could not build scripts/fixtures/fmaf.c');
  else if ((await compare(program, ['stream', cases, seed])) > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
