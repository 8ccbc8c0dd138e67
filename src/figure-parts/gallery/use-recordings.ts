import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { GalleryEntry } from '../../recordings/gallery-entry';
import { galleryEntry } from '../../recordings/gallery-entry';
import type { Recording } from '../../recordings/recording';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { effectsOf } from '../../store/effects';
import { loaderOf } from '../../store/recording-loader';
import { useApp, useHost } from '../../store/use-store';

/** A recording under its name in the gallery. */
export interface NamedRecording {
  readonly name: string;
  readonly recording: Recording;
}

type Found<T> = Result<readonly T[], ParseError>;

/** The gallery's list; null while it loads. */
export function useGallery(): Found<GalleryEntry> | null {
  const host = useHost();
  useEffect(() => host.get(effectsOf)?.watch('gallery list'), [host]);
  return useApp(({ gallery }) => gallery);
}

/** The reader's own recording first, then the gallery's list; null while it loads. */
export function useEntries(): Found<GalleryEntry> | null {
  const gallery = useGallery();
  const own = useApp(({ userRecording }) => userRecording.own);
  return useMemo(() => (own === null ? gallery : ok([galleryEntry(own.name, own.recording), ...(gallery?.ok ? gallery.value : [])])), [gallery, own]);
}

/**
 * The readable ones of some recordings, which are loaded if they are not there yet; null until all of the first ones
 * have settled. While other names load, what was found last.
 */
export function useRecordings(names: readonly string[]): Found<NamedRecording> | null {
  const host = useHost();
  const settled = useApp(useShallow(({ recordings }) => names.map((name) => recordings.get(name))));
  useEffect(() => {
    const { recordings } = host.store.getState();
    for (const name of names) if (!recordings.has(name)) void host.get(loaderOf)?.load(name);
  }, [host, names]);
  const found = useMemo(() => foundIn(names, settled), [names, settled]);
  const [last, setLast] = useState(found);
  if (found !== null && found !== last) setLast(found);
  return found ?? last;
}

function foundIn(names: readonly string[], settled: readonly (Result<Recording, ParseError> | undefined)[]): Found<NamedRecording> | null {
  if (names.length === 0 || settled.includes(undefined)) return null;
  const usable = names.flatMap((name, i) => {
    const one = settled[i];
    return one?.ok ? [{ name, recording: one.value }] : [];
  });
  const failed = settled.find((one) => one?.ok === false);
  return usable.length === 0 && failed?.ok === false ? fail(failed.error) : ok(usable);
}
