import files from 'virtual:gallery';

/**
 * A file of the gallery, out of the embed's own scripts: in a sandbox, whose origin is nobody's, nothing can be fetched
 * unless its server allows everybody.
 */
export async function bundledFile(name: string): Promise<string | null> {
  return Object.hasOwn(files, name) ? files[name]!() : null;
}
