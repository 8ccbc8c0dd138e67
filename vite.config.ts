import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import remarkMath from 'remark-math';
import { defineConfig } from 'vitest/config';
import { rehypeMathml } from './scripts/mathml.ts';

export default defineConfig({
  // Relative, so that `dist` works under any path of any static host.
  base: './',
  plugins: [{ enforce: 'pre', ...mdx({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeMathml] }) }, react()],
  worker: { format: 'es' },
  // Small fonts would otherwise be written into the style sheet, in the way of the first paint.
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0 },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], environment: 'node' },
});
