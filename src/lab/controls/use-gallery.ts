import { useEffect, useState } from 'react';
import type { GalleryEntry } from '../../recordings/gallery-index';
import { parseGalleryIndex } from '../../recordings/gallery-index';
import type { Complaint, Result } from '../../result';
import { fail } from '../../result';

/** The recordings of the gallery; null while the list is on its way. */
export function useGallery(): Result<readonly GalleryEntry[], Complaint> | null {
  const [gallery, setGallery] = useState<Result<readonly GalleryEntry[], Complaint> | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadGallery().then((found) => wanted && setGallery(found));
    return () => {
      wanted = false;
    };
  }, []);
  return gallery;
}

async function loadGallery(): Promise<Result<readonly GalleryEntry[], Complaint>> {
  try {
    const answer = await fetch(new URL('recordings/index.json', document.baseURI));
    if (!answer.ok) return fail({ message: 'The list of recordings could not be loaded.' });
    const index = parseGalleryIndex(await answer.text());
    return index.ok ? { ok: true, value: index.value.recordings } : index;
  } catch {
    return fail({ message: 'The list of recordings could not be loaded.' });
  }
}
