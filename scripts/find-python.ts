import { spawnSync } from 'node:child_process';

/** Command of a Python with NumPy, with PyTorch as well where there is one: the one that PYTHON names, or the first; or null. */
export function findPython(): string | null {
  const named = process.env['PYTHON'];
  const candidates = named !== undefined && named !== '' ? [named] : ['python3', 'python', '/usr/bin/python3'];
  const able = (modules: string) => candidates.find((command) => spawnSync(command, ['-c', `import ${modules}`]).status === 0);
  return able('numpy, torch') ?? able('numpy') ?? null;
}
