import type { GalleryEntry } from '../recordings/gallery-index';
import { parseGalleryIndex } from '../recordings/gallery-index';
import type { Complaint, Result } from '../result';
import { fail, ok } from '../result';

/** Fetches the list of the gallery's recordings. */
export async function loadGallery(): Promise<Result<readonly GalleryEntry[], Complaint>> {
  try {
    const answer = await fetch(new URL('recordings/index.json', document.baseURI));
    if (!answer.ok) return fail({ message: 'The list of recordings could not be loaded.' });
    const index = parseGalleryIndex(await answer.text());
    return index.ok ? ok(index.value.recordings) : index;
  } catch {
    return fail({ message: 'The list of recordings could not be loaded.' });
  }
}
