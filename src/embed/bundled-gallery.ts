const FILES = import.meta.glob<string>('../../public/recordings/*.json', { query: '?raw', import: 'default' });

/**
 * A file of the gallery, out of the embed's own scripts: in a sandbox, whose origin is nobody's, nothing can be fetched
 * unless its server allows everybody.
 */
export async function bundledFile(name: string): Promise<string | null> {
  return (await FILES[`../../public/recordings/${name}`]?.()) ?? null;
}
