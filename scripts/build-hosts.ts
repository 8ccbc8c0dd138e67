/**
 * Builds those sites of e2e/hosts that can be built here, with the dialog's code in their pages, and says what the others
 * need. The browser tests visit what was built.
 */
import { rmSync } from 'node:fs';
import { builtFolder, HOST_NAMES } from './hosts/host-sites';
import { HOSTS } from './hosts/hosts';

/** Where the browser tests serve the page. */
const page = `http://localhost:${process.env['E2E_PORT'] ?? 4179}/`;

for (const name of HOST_NAMES) {
  const { missing, build } = HOSTS[name];
  const needs = missing();
  if (needs === null) {
    await build(page);
    console.log(`${name}: built`);
  } else {
    // Otherwise the tests would visit the remains of an earlier build.
    rmSync(builtFolder(name), { recursive: true, force: true });
    console.log(`${name}: skipped, it ${needs}.`);
  }
}
