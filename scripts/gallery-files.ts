import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'public/recordings';
const LIST = 'virtual:gallery';
const FILE = 'virtual:gallery/';

function galleryNames(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/** Names of the scripts that hold the gallery's files. One hash in all of them: a list of many takes little room. */
export function galleryScriptName(): (module: string) => string | null {
  const hash = createHash('sha256');
  for (const name of galleryNames()) hash.update(readFileSync(join(FOLDER, name)));
  const release = hash.digest('base64url').slice(0, 8);
  return (module) => (module.startsWith(`\0${FILE}`) ? `embed-${release}-${module.slice(FILE.length + 1)}.js` : null);
}

/** `virtual:gallery`: for each file of the gallery, by name, a function that loads its text, as a script and not by a request. */
export function galleryFiles(): Plugin {
  return {
    name: 'gallery-files',
    resolveId: (id) => (id === LIST || id.startsWith(FILE) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${LIST}`) {
        // Without the extension, which would make bundlers import it as an object.
        return `export default {${galleryNames().map((name) => `${JSON.stringify(name)}: async () => (await import(${JSON.stringify(FILE + name.replace(/\.json$/, ''))})).default`).join(',')}}`;
      }
      if (!id.startsWith(`\0${FILE}`)) return undefined;
      return `export default ${JSON.stringify(readFileSync(join(FOLDER, `${id.slice(FILE.length + 1)}.json`), 'utf8'))}`;
    },
  };
}
