/**
 * Builds the sites of e2e/hosts that can be built here, with the code that the dialog gives in their pages; says of each
 * other one what it needs. The browser tests look at what was built.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { HOSTS, siteFolder } from './hosts/hosts';

/** Where the browser tests serve the page. */
const page = `http://localhost:${process.env['E2E_PORT'] ?? 4179}/`;

for (const { name, missing, build } of HOSTS) {
  const needs = missing();
  if (needs === null) {
    await build(page);
    console.log(`${name}: built`);
  } else {
    // What an earlier build has left would be tested in its place.
    rmSync(dirname(siteFolder(name)), { recursive: true, force: true });
    console.log(`${name}: skipped, it ${needs}.`);
  }
}
