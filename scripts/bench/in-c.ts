import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from './side';

/** Whether there is a C compiler. */
export const HAS_C = spawnSync('gcc', ['--version']).status === 0;

const PASSES = '40';

/**
 * A C program as a side: it reads raw float32 and writes its outputs and the seconds per pass.
 *
 * @param options for the compiler
 * @returns null if there is no compiler, or the processor can't run the program
 */
export function inC(folder: string, name: string, source: string, options: readonly string[], inputs: readonly Float32Array[], count: number): Side | null {
  if (!HAS_C) return null;
  const file = join(folder, `${name}.c`);
  const program = join(folder, name);
  writeFileSync(file, source);
  const built = spawnSync('gcc', [...options, '-ffp-contract=off', '-o', program, file, '-lm'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const input = Buffer.concat(inputs.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const outputs = new Float32Array(count);
  const seconds = (): number => {
    const run = spawnSync(program, [PASSES], { input, maxBuffer: 1 << 26 });
    if (run.status !== 0) return NaN;
    outputs.set(new Float32Array(run.stdout.buffer.slice(run.stdout.byteOffset, run.stdout.byteOffset + 4 * count)));
    return Number(run.stderr.toString());
  };
  return Number.isNaN(seconds()) ? null : { outputs, seconds };
}
