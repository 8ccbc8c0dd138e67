import { readdirSync, readFileSync } from 'node:fs';

/** All scripts that the page loads before anything comes near: named in the page itself. */
const initial = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[\w.-]+\.js/g)].map(([file]) => `dist/${file}`);

/** What each part of an embed loads before its numbers are there: the build writes it down. */
const { parts } = JSON.parse(readFileSync('dist/embed-scripts.json', 'utf8'));

/** A script and all that it imports before it runs. */
function withImports(file, found = new Set()) {
  if (found.has(file)) return [...found];
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:import|from)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) withImports(`dist/assets/${name}`, found);
  return [...found];
}

const worker = `dist/assets/${readdirSync('dist/assets').find((name) => /^experiment\.worker-.*\.js$/.test(name))}`;

export default [
  { name: 'initial JavaScript', path: [...new Set(initial)], limit: '129 kB', gzip: true },
  { name: 'what shares a figure, loaded when asked for', path: 'dist/assets/share-menu-*.js', limit: '16 kB', gzip: true },
  { name: 'worker, with what it imports', path: withImports(worker), limit: '17.5 kB', gzip: true },
  { name: 'WebAssembly engine, both kernels', path: 'dist/assets/pick-engine-*.js', limit: '8 kB', gzip: true },
  { name: 'adders, loaded with the first order that has groups', path: 'dist/assets/groups-*.js', limit: '6 kB', gzip: true },
  { name: 'fonts', path: 'dist/assets/*.woff2', limit: '80 kB', gzip: false, brotli: false },
  { name: 'page with its text', path: 'dist/index.html', limit: '21.5 kB', gzip: true },
  { name: 'embed with all posters’ text', path: 'dist/embed.html', limit: '10 kB', gzip: true },
  { name: 'the page as one file, recordings and all', path: 'dist-single/batch-of-one.html', limit: '1000 kB', gzip: true },
  { name: 'embed.js', path: 'dist/embed.js', limit: '3 kB', gzip: false, brotli: false },
  ...Object.entries(parts).map(([part, scripts]) => ({ name: `embed of ${part}, worker and all`, path: scripts.map((file) => `dist/assets/${file}`), limit: '111 kB', gzip: true })),
];
