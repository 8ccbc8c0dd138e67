/**
 * Records in which order a JavaScript library adds up a linear layer: `npm run record -- --library NAME [options]`
 *
 * Writes a recording of summation orders (ARCHITECTURE.md) only after replaying it: the orders found give what the library
 * returns, on bits. Progress goes to standard error. Exit 0: written; 1: the library, or some batch size, can't be
 * recorded, and a sentence says why; 2: the command line is wrong or the file can't be written.
 */
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LIBRARIES } from './record/libraries';
import { parseOptions, usage } from './record/options';
import { recordLibrary } from './record/record-library';

/** The system's error code if a file can't be written there; null if it probably can. Writes nothing. */
function whyNotWritable(path: string): string | null {
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

async function main(args: readonly string[]): Promise<number> {
  const names = Object.keys(LIBRARIES);
  const options = parseOptions(args, names);
  if (!options.ok) {
    console.error(`${options.error.message}\n\n${usage(names)}`);
    return 2;
  }
  const { threads, output } = options.value;
  const obstacle = whyNotWritable(output);
  if (obstacle !== null) {
    console.error(`${output} can’t be written (${obstacle}).`);
    return 2;
  }
  const library = await LIBRARIES[options.value.library]!(threads);
  if (!library.ok) {
    console.error(library.error.message);
    return 1;
  }
  const { name, version, backend } = library.value;
  console.error(`${name} ${version} (${backend})`);
  const recorded = await recordLibrary(library.value, options.value, new Date().toISOString().slice(0, 10), (line) => console.error(line));
  if (!recorded.ok) {
    console.error(recorded.error.message);
    return 1;
  }
  const { text, leftOut } = recorded.value;
  try {
    writeFileSync(output, text);
  } catch (error) {
    console.error(`${output} can’t be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`);
    return 2;
  }
  console.error(`Written to ${output}${leftOut.length === 0 ? '' : `, without batch ${leftOut.join(', ')}`}`);
  return leftOut.length === 0 ? 0 : 1;
}

// Exit explicitly: a library may keep threads waiting for its next call.
process.exit(await main(process.argv.slice(2)));
