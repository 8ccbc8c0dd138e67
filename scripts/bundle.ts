import type { InlineConfig, Rolldown } from 'vite';
import { build } from 'vite';

/** One bundle, in memory; in library mode, to leave out the page's loading code. */
export async function bundle(entry: string, format: 'cjs' | 'iife', { groups, ...rest }: InlineConfig & { readonly groups?: { name: string; minShareCount: number }[] } = {}): Promise<Rolldown.RolldownOutput['output']> {
  const [result] = (await build({
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'iife' },
    ...rest,
    define: { 'process.env.NODE_ENV': '"production"', ...rest.define },
    build: {
      target: 'es2022',
      write: false,
      copyPublicDir: false,
      lib: { entry, formats: [format], name: 'batchOfOne' },
      rolldownOptions: { checks: { pluginTimings: false }, output: { entryFileNames: 'embed-[name]-[hash].js', chunkFileNames: 'embed-[name]-[hash].js', ...(groups && { codeSplitting: { groups } }) } },
    },
  })) as Rolldown.RolldownOutput[];
  return result!.output;
}
