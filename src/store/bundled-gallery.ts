import files from 'virtual:gallery';

/**
 * A file of the gallery, out of the page's own scripts: for an entry that may not fetch. In a sandbox, whose origin is
 * opaque, nothing can be fetched unless its server allows everybody; beside a page opened from a disk nothing can.
 */
export async function bundledFile(name: string): Promise<string | null> {
  return Object.hasOwn(files, name) ? files[name]!() : null;
}
