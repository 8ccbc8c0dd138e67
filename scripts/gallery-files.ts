import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'public/recordings';
const LIST = 'virtual:gallery';
const FILE = 'virtual:gallery/';

/** `virtual:gallery`: for each file of the gallery, by name, a function that loads its text, as a script and not by a request. */
export function galleryFiles(): Plugin {
  return {
    name: 'gallery-files',
    resolveId: (id) => (id === LIST || id.startsWith(FILE) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${LIST}`) {
        const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
        // Without the extension, which would make bundlers import it as an object.
        return `export default {${names.map((name) => `${JSON.stringify(name)}: async () => (await import(${JSON.stringify(FILE + name.replace(/\.json$/, ''))})).default`).join(',')}}`;
      }
      if (!id.startsWith(`\0${FILE}`)) return undefined;
      return `export default ${JSON.stringify(readFileSync(join(FOLDER, `${id.slice(FILE.length + 1)}.json`), 'utf8'))}`;
    },
  };
}
