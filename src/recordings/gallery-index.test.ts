import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryIndexText, parseGalleryIndex } from './gallery-index';

const folder = new URL('../../public/recordings/', import.meta.url);
const INDEX = readFileSync(new URL('index.json', folder), 'utf8');

describe('the gallery index', () => {
  it('is what scripts/build-gallery-index.ts makes of the files beside it', () => {
    const names = readdirSync(folder).filter((name) => name !== 'index.json');
    const files = names.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
    expect(galleryIndexText(files)).toEqual({ ok: true, value: INDEX });
    expect(galleryIndexText([...files].reverse())).toEqual({ ok: true, value: INDEX });
  });

  it('can be read back', () => {
    const index = parseGalleryIndex(INDEX);
    const names = readdirSync(folder).filter((name) => name !== 'index.json');
    expect(index.ok && index.value.recordings.map(({ name }) => name).sort()).toEqual(names.map((name) => name.replace('.json', '')).sort());
    expect(index.ok && index.value.recordings.find(({ name }) => name === 'mkl-2020.4-4x8')).toMatchObject({ inFeatures: 4, batches: [1, 2, 4, 8, 16] });
  });

  it('names the file that is no recording', () => {
    expect(galleryIndexText([{ file: 'odd.json', text: '{}' }])).toEqual({
      ok: false,
      error: { message: 'odd.json: This is not a recording of summation orders. format is missing.' },
    });
  });

  it('refuses a file outside of its folder', () => {
    const index = parseGalleryIndex(INDEX.replace(/(?<="file": ")[^"]*/, '../secret.json'));
    expect(index.ok ? '' : index.error.message).toBe(
      'recordings[0].file must be the name of a file beside the index, but is "../secret.json".',
    );
  });

  it('never throws on other text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseGalleryIndex(text).ok || true));
  });
});
