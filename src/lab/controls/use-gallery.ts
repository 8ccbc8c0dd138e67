import { useEffect, useState } from 'react';
import type { GalleryEntry } from '../../recordings/gallery-index';
import type { ParseError, Result } from '../../lib/result';
import { loadGallery } from '../../store/load-gallery';

/** The recordings of the gallery; null while the list is on its way. */
export function useGallery(): Result<readonly GalleryEntry[], ParseError> | null {
  const [gallery, setGallery] = useState<Result<readonly GalleryEntry[], ParseError> | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadGallery().then((found) => wanted && setGallery(found));
    return () => {
      wanted = false;
    };
  }, []);
  return gallery;
}
