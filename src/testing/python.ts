import { spawnSync } from 'node:child_process';

/** The first Python with these modules out of the one that `PYTHON` names, the system's, and the one on the path; null for none. */
export function pythonWith(modules: string): string | null {
  const candidates = [process.env['PYTHON'], '/usr/bin/python3', 'python3', 'python'].filter((one) => one !== undefined && one !== '') as string[];
  return candidates.find((python) => spawnSync(python, ['-c', `import ${modules}`], { stdio: 'ignore' }).status === 0) ?? null;
}

/** A Python with NumPy, preferably also with PyTorch. */
export function findPython(): string | null {
  return pythonWith('numpy, torch') ?? pythonWith('numpy');
}

/** Runs each script as if it were alone, but all in one process, since a large import takes seconds. */
const RUNNER = `
import json, sys
for script in json.load(sys.stdin):
    exec(compile(script, "snippet", "exec"), {"__name__": "__main__"})
    print("\\x1e", end="")
`;

/** What each script printed. Throws Python's own error if one fails. */
export function runPython(python: string, scripts: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(python, ['-c', RUNNER], { input: JSON.stringify(scripts), encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\x1e').slice(0, scripts.length);
}
