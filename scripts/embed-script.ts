import type { Plugin } from 'vite';
import { bundle } from './bundle.ts';

/** The script of the element `<batch-of-one>` for embedding pages; published as embed.js beside embed.html. */
export async function embedScript(): Promise<string> {
  const [script] = await bundle('src/embed-element/batch-of-one.ts', 'iife');
  return script.code;
}

/** Serves embed.js in the dev server, rebuilt for each request; the build writes it into dist. */
export function embedScriptInDev(): Plugin {
  return {
    name: 'embed-script',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      middlewares.use('/embed.js', (_, response, next) => {
        embedScript().then((code) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(code);
        }, next);
      });
    },
  };
}
