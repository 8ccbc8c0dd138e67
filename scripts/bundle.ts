import type { InlineConfig, Rolldown } from 'vite';
import { build } from 'vite';

const NAME = 'embed-[name]-[hash].js';

interface Options extends InlineConfig {
  readonly groups?: Rolldown.CodeSplittingGroup[];
  /** A name of its own for the script that begins at this module; null for the usual one. */
  readonly scriptName?: (module: string) => string | null;
}

/** One bundle, in memory; in library mode, to leave out the page's loading code. */
export async function bundle(entry: string, format: 'cjs' | 'iife', { groups, scriptName, ...rest }: Options = {}): Promise<Rolldown.RolldownOutput['output']> {
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
      rolldownOptions: { checks: { pluginTimings: false }, output: { entryFileNames: NAME, chunkFileNames: ({ facadeModuleId }) => scriptName?.(facadeModuleId ?? '') ?? NAME, ...(groups && { codeSplitting: { groups } }) } },
    },
  })) as Rolldown.RolldownOutput[];
  return result!.output;
}
