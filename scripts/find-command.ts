import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of the first of these programs found on PATH; null for none. */
export function findOnPath(names: readonly string[]): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((path) => existsSync(path)) ?? null;
}

/** Path of the program that an environment variable names, if it exists; else of the first of these found on PATH. */
export function findCommand(variable: string, names: readonly string[]): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return findOnPath(names);
}
