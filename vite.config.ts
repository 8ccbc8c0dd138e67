import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { embedScriptInDev } from './scripts/embed-script.ts';
import { galleryFiles } from './scripts/gallery-files.ts';
import { mdx } from './scripts/mdx.ts';
import { phrases } from './scripts/phrases.ts';

export default defineConfig({
  // Relative, so that `dist` works under any path of any static host.
  base: './',
  plugins: [mdx(), react(), galleryFiles(), phrases(), embedScriptInDev()],
  worker: { format: 'es' },
  // In a sandbox an embed's origin is opaque, and the dev server's modules need permission for it; built ones don't.
  server: { cors: { origin: [/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/, 'null'] } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Small fonts would otherwise be written into the style sheet, in the way of the first paint.
    assetsInlineLimit: 0,
    // All that the page begins with in one script: fewer requests, and better compression than a script per shared module.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    pool: 'threads',
    // Test files share the modules that they import: no module keeps what one test could leave to another.
    isolate: false,
  },
});
