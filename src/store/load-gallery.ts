import type { GalleryEntry } from '../recordings/gallery-index';
import { parseGalleryIndex } from '../recordings/gallery-index';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { readGalleryFile } from './gallery-files';

/** The list of the gallery's recordings. */
export async function loadGallery(): Promise<Result<readonly GalleryEntry[], ParseError>> {
  try {
    const text = await readGalleryFile('index.json');
    if (text === null) return fail({ message: 'The list of recordings could not be loaded.' });
    const index = parseGalleryIndex(text);
    return index.ok ? ok(index.value.recordings) : index;
  } catch {
    return fail({ message: 'The list of recordings could not be loaded.' });
  }
}
