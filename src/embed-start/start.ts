/**
 * The first script of a built embed, in its head: puts theme and layout on the page before anything is painted, and
 * asks at once for all scripts that the address will need. In the dev server there are modules instead.
 */
import type { ChunkManifest } from './chunks';
import { Chunks } from './chunks';
import { partChunk } from './part-chunk';

/** Written in by the build. */
declare const CHUNK_MANIFEST: ChunkManifest;

const { needs, entry, fonts } = CHUNK_MANIFEST;
const folder = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');
const params = new URLSearchParams(location.search);
const root = document.documentElement;

for (const name of ['theme', 'layout']) {
  const value = params.get(name);
  if (value !== null && /^(light|dark|compact)$/.test(value)) root.dataset[name] = value;
}

function add(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = folder + name;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${name} could not be loaded.`));
    };
    document.head.append(script);
  });
}

const chunks = new Chunks(needs, add);
// The name by which the build's chunks call it.
Object.assign(window, { batchOfOneChunk: chunks.define });

const part = partChunk(CHUNK_MANIFEST, params);
// Whoever needs what does not arrive asks for it again, and says so.
for (const ahead of [entry, part]) if (ahead !== undefined) chunks.fetch(ahead).catch(() => undefined);
document.addEventListener('DOMContentLoaded', () => {
  chunks.load(entry).catch(() => document.body.append('This figure could not be loaded.'));
});

// Fonts are written into a style sheet: files of their own would need the server's permission in a sandbox.
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = folder + fonts;
document.head.append(sheet);
