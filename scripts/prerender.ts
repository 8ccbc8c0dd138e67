/**
 * A step of `npm run build`: builds links.html beside the page, and writes the text of both into them.
 */
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type * as Prerender from '../src/page/prerender';
import { PREACT } from './preact';
import { withServerModule } from './server-module';
import { writeText } from './with-text';

await build({
  configFile: false,
  logLevel: 'warn',
  base: './',
  plugins: [react()],
  resolve: { alias: PREACT },
  build: { target: 'es2022', assetsInlineLimit: 0, emptyOutDir: false, copyPublicDir: false, rolldownOptions: { input: 'links.html' } },
});
await withServerModule('src/page/prerender.tsx', ({ prerender, prerenderLinks }: typeof Prerender) => {
  writeText('index.html', prerender(null));
  writeText('links.html', prerenderLinks());
});
