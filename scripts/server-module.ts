import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a module of the page for Node, so that a build command can use the page's own code, and passes it to `task`; the
 * bundle is deleted afterwards.
 *
 * @param entry path of the module, from the project's root
 */
export async function withServerModule<M, T>(entry: string, task: (module: M) => T | Promise<T>): Promise<T> {
  // Inside the project, so that the bundle finds the project's packages.
  const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.server-'));
  try {
    await build({ logLevel: 'warn', build: { ssr: entry, outDir: folder, emptyOutDir: true, sourcemap: false, copyPublicDir: false } });
    const name = basename(entry).replace(/\.tsx?$/, '.js');
    return await task((await import(pathToFileURL(join(folder, name)).href)) as M);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
