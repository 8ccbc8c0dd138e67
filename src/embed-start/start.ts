/**
 * The first script of a built embed, in its head: applies theme and layout before the first paint, and at once requests
 * all scripts that the address will need. The dev server uses modules instead.
 */
import type { ChunkManifest } from './chunks';
import { Chunks } from './chunks';
import { partChunk } from './part-chunk';

/** Injected by the build. */
declare const CHUNK_MANIFEST: ChunkManifest;

const { needs, entry, fonts } = CHUNK_MANIFEST;
const folder = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');
const params = new URLSearchParams(location.search);
const root = document.documentElement;

for (const name of ['theme', 'layout']) {
  const value = params.get(name);
  if (value !== null && /^(light|dark|compact|stage)$/.test(value)) root.dataset[name] = value;
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
// The name that the build's chunks call.
Object.assign(window, { batchOfOneChunk: chunks.define });

const part = partChunk(CHUNK_MANIFEST, params);
// Ignore failures: whoever needs the script requests it again, and reports that.
for (const ahead of [entry, part]) if (ahead !== undefined) chunks.fetch(ahead).catch(() => undefined);
document.addEventListener('DOMContentLoaded', () => {
  chunks.load(entry).catch(() => document.body.append('This figure could not be loaded.'));
});

// The style sheet contains the fonts: in a sandbox, font files would need the server's permission.
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = folder + fonts;
document.head.append(sheet);
