import type { Plugin } from 'vite';
import { bundle } from './bundle.ts';

/** The script of the element `<batch-of-one>`, for pages that embed; it lies beside embed.html as embed.js. */
export async function embedScript(): Promise<string> {
  const [script] = await bundle('src/embed-element/batch-of-one.ts', 'iife');
  return script.code;
}

/** Gives the dev server an embed.js, made anew for each request; the build writes it into dist. */
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
