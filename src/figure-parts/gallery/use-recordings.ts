import { useEffect, useMemo, useState } from 'react';
import type { Recording } from '../../recordings/recording';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { loadGallery } from '../../store/load-gallery';
import { loadRecording } from '../../store/load-recording';
import { useUserRecording } from '../user-recording/use-user-recording';

/** A recording under its name in the gallery. */
export interface NamedRecording {
  readonly name: string;
  readonly recording: Recording;
}

type Found = Result<readonly NamedRecording[], ParseError>;

/** Loaded once for all figures of the page; forgotten when it failed, so that the next figure tries again. */
let loading: Promise<Found> | null = null;

async function loadAll(): Promise<Found> {
  const gallery = await loadGallery();
  if (!gallery.ok) return gallery;
  const loaded = await Promise.all(
    gallery.value.map(async ({ name }) => ({ name, result: await loadRecording(name) })),
  );
  const usable = loaded.flatMap(({ name, result }) => (result.ok ? [{ name, recording: result.value }] : []));
  const failed = loaded.find(({ result }) => !result.ok)?.result;
  return usable.length === 0 ? fail(failed?.ok === false ? failed.error : { message: 'The gallery has no recordings.' }) : ok(usable);
}

/** The reader's own recording first, then every one of the gallery that can be read, in its order; null while they are on their way. */
export function useRecordings(): Found | null {
  const own = useUserRecording();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let wanted = true;
    loading ??= loadAll().then((result) => {
      if (!result.ok) loading = null;
      return result;
    });
    void loading.then((result) => wanted && setFound(result));
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(() => (own === null ? found : ok([own, ...(found?.ok ? found.value : [])])), [own, found]);
}

/** The recordings by name; none while they are on their way. */
export function namedMap(found: Found | null): ReadonlyMap<string, Recording> {
  return new Map(found?.ok ? found.value.map(({ name, recording }) => [name, recording]) : []);
}
