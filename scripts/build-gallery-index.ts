/** Writes public/recordings/index.json, the list of the recordings beside it: `npx tsx scripts/build-gallery-index.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryIndexText } from '../src/recordings/gallery-index';

const folder = join(import.meta.dirname, '../public/recordings');
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
const index = galleryIndexText(names.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') })));
if (index.ok) {
  writeFileSync(join(folder, 'index.json'), index.value);
  console.log(`index.json lists ${names.length} recordings.`);
} else {
  console.error(index.error.message);
  process.exitCode = 1;
}
