import files from 'virtual:gallery';

/**
 * A file of the gallery from the page's own scripts, for entries that can't fetch: a sandbox has an opaque origin and can
 * fetch only what its server allows everybody; a page opened from disk can't fetch its neighbours at all.
 */
export async function bundledFile(name: string): Promise<string | null> {
  return Object.hasOwn(files, name) ? files[name]!() : null;
}
