import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Python that has this module: the one that `PYTHON` names, the system's, the one on the path; null for none. */
export function pythonWith(module: string): string | null {
  const candidates = [process.env['PYTHON'], '/usr/bin/python3', 'python3'].filter((one) => one !== undefined && one !== '') as string[];
  return candidates.find((python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0) ?? null;
}

/** Runs a script and gives back what it printed. Throws with the script's own complaint where it fails. */
export function runPython(python: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    const file = join(folder, 'snippet.py');
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync(python, [file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`${stderr}\n${script}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
