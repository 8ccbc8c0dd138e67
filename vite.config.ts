import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mdx } from './scripts/mdx.ts';

export default defineConfig({
  // Relative, so that `dist` works under any path of any static host.
  base: './',
  plugins: [mdx(), react()],
  worker: { format: 'es' },
  // Small fonts would otherwise be written into the style sheet, in the way of the first paint.
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0 },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], environment: 'node' },
});
