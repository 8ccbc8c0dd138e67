/**
 * Builds dist/embed.html and dist/embed.js, after the page is built. The embed's scripts are plain ones, its style sheet
 * and fonts need no cross-origin requests, and its recordings and worker are in its scripts, so that it works in
 * `sandbox="allow-scripts"`, with its opaque origin, from any static host, whatever headers that sends.
 */
import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import type { ChunkManifest } from '../src/embed-start/chunks';
import { withNeeds } from '../src/embed-start/chunks';
import { FIRST_KINDS } from '../src/embed/needs-more';
import type { PartId } from '../src/share/figure-settings';
import { FIGURE_IDS, partSettings } from '../src/share/figure-settings';
import { OLD_FIGURES } from '../src/share/old-figures';
import { PRESETS } from '../src/share/presets';
import { channelsOf } from '../src/store/experiment';
import { CHANNELS } from '../src/store/results';
import { bundle } from './bundle';
import { classicChunk } from './classic-chunks';
import { embedScript } from './embed-script';
import { galleryFiles, galleryScriptName } from './gallery-files';
import { phrases } from './phrases';
import { PREACT } from './preact';

const OUT = 'dist';
const ASSETS = 'assets';
const SCRIPT = '<script type="module" src="/src/embed/main.tsx"></script>';

/** Zustand imports all of React, by its default export; named imports let unused code be dropped. */
const namedReact: Plugin = {
  name: 'named-react',
  transform: (code, id) => (id.includes('/zustand/') ? code.replace("import React from 'react'", "import * as React from 'react'") : null),
};

/**
 * What every embed needs goes into one script, and what several figures need into another: fewer requests, and better
 * compression than a script per module. What computes stays apart, since most embeds leave that to the worker.
 */
const GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: 'main', tags: ['$initial'] },
  { name: 'shared', minShareCount: 6, test: /\/(node_modules|src\/(ui|charts|figure-parts|store|share|lib|page|experiments|recordings))\// },
];

/** Writes a file under a content-hashed name; returns the name. */
function put(name: string, extension: string, content: string): string {
  const hashed = `${name}-${createHash('sha256').update(content).digest('base64url').slice(0, 8)}.${extension}`;
  writeFileSync(join(OUT, ASSETS, hashed), content);
  return hashed;
}

/** The style sheet with the fonts inlined. */
function withFonts(sheet: string): string {
  return sheet.replaceAll(/url\('\.\/(fonts\/[\w.-]+\.woff2)'\)/g, (_, font: string) => `url(data:font/woff2;base64,${readFileSync(join('src/ui', font)).toString('base64')})`);
}

/** What the first script has to know about the embed's own scripts, by their names. */
function manifestOf(chunks: readonly Rolldown.OutputChunk[], fonts: string): ChunkManifest {
  const chunkFrom = (module: string): string => {
    const begins = new RegExp(`/src/${module}\\.tsx$`);
    const [found, ...others] = chunks.filter(({ facadeModuleId }) => facadeModuleId !== null && begins.test(facadeModuleId));
    if (found === undefined || others.length > 0) throw new Error(`${found === undefined ? 'No script' : 'More than one script'} of the embed begins at src/${module}.tsx.`);
    return found.fileName;
  };
  const figures = [...FIGURE_IDS.map((id) => [id, id] as const), ...[...OLD_FIGURES].map(([old, { part }]) => [old, part] as const)];
  return {
    needs: Object.fromEntries(chunks.filter(({ imports }) => imports.length > 0).map(({ fileName, imports }) => [fileName, imports])),
    entry: chunkFrom('embed/main'),
    parts: { ...Object.fromEntries(figures.map(([name, id]) => [name, chunkFrom(`figures/${id}/[\\w-]+-figure`)])), lab: chunkFrom('lab/lab') },
    presets: Object.fromEntries(PRESETS.map(({ name, part }) => [name, part])),
    fonts,
  };
}

const output = await bundle('src/embed/main.tsx', 'cjs', { plugins: [react(), galleryFiles(), phrases(), namedReact], resolve: { alias: PREACT }, groups: GROUPS, scriptName: galleryScriptName() });
const chunks = output.filter((one) => one.type === 'chunk');
const sheets = output.filter((one) => one.type === 'asset');
const [sheet] = sheets;
if (sheet === undefined || sheets.length > 1) throw new Error(`The embed has one style sheet and no other files, not ${sheets.map(({ fileName }) => fileName).join(', ')}.`);
for (const chunk of chunks) writeFileSync(join(OUT, ASSETS, chunk.fileName), classicChunk(chunk));
const fonts = put('embed-fonts', 'css', withFonts(readFileSync('src/ui/fonts.css', 'utf8')));
const style = put('embed', 'css', String(sheet.source));

const manifest = manifestOf(chunks, fonts);
const [start] = await bundle('src/embed-start/start.ts', 'iife', { define: { CHUNK_MANIFEST: JSON.stringify(manifest) } });
const first = put('embed-start', 'js', start.code);

const page = readFileSync('embed.html', 'utf8');
if (!page.includes(SCRIPT)) throw new Error(`embed.html has no ${SCRIPT}`);
const head = `<link rel="stylesheet" href="./${ASSETS}/${style}" />\n    <script src="./${ASSETS}/${first}"></script>\n  </head>`;
writeFileSync(join(OUT, 'embed.html'), page.replace(SCRIPT, '').replace('</head>', head));
writeFileSync(join(OUT, 'embed.js'), await embedScript());

// For the size budgets: all scripts that run before the numbers of a part are there, except recordings, which are data.
const named = (wanted: string): string => {
  const found = chunks.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`The embed has no script ${wanted}.`);
  return found.fileName;
};
const before = (id: PartId): string[] => {
  const readsRecordings = Object.values(partSettings(id)).some(({ name }) => name === 'rec');
  const kinds = channelsOf(id).map((channel) => CHANNELS[channel]);
  // The sums of the channel `drift` are on adders, which the first worker lacks.
  const worker = !channelsOf(id).includes('drift') && kinds.every((kind) => FIRST_KINDS.includes(kind)) ? 'embed.worker' : 'embed-more.worker';
  return [first, ...withNeeds(manifest.needs, [manifest.entry, manifest.parts[id]!, ...(kinds.length > 0 ? [named(worker)] : []), ...(readsRecordings ? [named('read-gallery-file')] : [])])];
};
writeFileSync(join(OUT, 'embed-scripts.json'), JSON.stringify({ parts: Object.fromEntries([...FIGURE_IDS, 'lab' as const].map((id) => [id, before(id)])) }, null, 2));
