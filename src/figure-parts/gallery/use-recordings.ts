import { useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { GalleryEntry } from '../../recordings/gallery-index';
import type { Recording } from '../../recordings/recording';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { effectsOf } from '../../store/effects';
import type { State } from '../../store/store';
import { useApp, useHost } from '../../store/use-store';

/** A recording under its name in the gallery. */
export interface NamedRecording {
  readonly name: string;
  readonly recording: Recording;
}

type Found = Result<readonly NamedRecording[], ParseError>;

/** The gallery's list; null while it loads. */
export function useGallery(): Result<readonly GalleryEntry[], ParseError> | null {
  const host = useHost();
  useEffect(() => host.get(effectsOf)?.watch('gallery list'), [host]);
  return useApp(({ gallery }) => gallery);
}

/** The reader's own recording first, then every readable one of the gallery, in its order; null while they load. */
export function useRecordings(): Found | null {
  const host = useHost();
  useEffect(() => host.get(effectsOf)?.watch('gallery'), [host]);
  const gallery = useApp((state) => state.gallery);
  const own = useApp(({ userRecording }) => userRecording.own);
  const loaded = useApp(useShallow((state) => loadedOf(state)));
  return useMemo(() => {
    const found = gallery?.ok ? loaded && foundIn(gallery.value, loaded) : gallery;
    return own === null ? found : ok([own, ...(found?.ok ? found.value : [])]);
  }, [gallery, own, loaded]);
}

/** The outcome for each recording of the list; null until all have settled. */
function loadedOf({ gallery, recordings }: State): readonly Result<Recording, ParseError>[] | null {
  if (!gallery?.ok) return null;
  const loaded = gallery.value.flatMap((entry) => recordings.get(entry.name) ?? []);
  return loaded.length === gallery.value.length ? loaded : null;
}

function foundIn(gallery: readonly GalleryEntry[], loaded: readonly Result<Recording, ParseError>[]): Found {
  const usable = gallery.flatMap((entry, i) => {
    const found = loaded[i];
    return found?.ok ? [{ name: entry.name, recording: found.value }] : [];
  });
  const failed = loaded.find((result) => !result.ok);
  return usable.length === 0 ? fail(failed?.ok === false ? failed.error : { message: 'The gallery has no recordings.' }) : ok(usable);
}
