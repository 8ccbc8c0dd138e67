import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why a file can't be written there, as the system's code; null if it probably can. Writes nothing. */
export function whyNotWritable(path: string): string | null {
  try {
    const exists = existsSync(path);
    if (exists && statSync(path).isDirectory()) return 'EISDIR';
    accessSync(exists ? path : dirname(path), constants.W_OK);
    if (!exists && !statSync(dirname(path)).isDirectory()) return 'ENOTDIR';
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
