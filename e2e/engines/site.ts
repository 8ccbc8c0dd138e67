import { readdirSync, readFileSync } from 'node:fs';
import { bundle } from '../../scripts/bundle';
import { frameOf, LISTENER, somebodysPage } from '../embed-host';
import type { PlainServer, ServedPage } from '../plain-server';
import { plainServer } from '../plain-server';
import { noteComplaints } from './note-complaints';

/** Recordings of the gallery, by their files. */
export const RECORDINGS = readdirSync('public/recordings').filter((name) => name.endsWith('.json') && name !== 'index.json');

/** Where the tests of all engines go. */
export interface Site {
  /** The built page. */
  readonly page: string;
  /** A page that has the kernels and nothing else. */
  readonly kernels: string;
  /** Somebody’s page with an embed in it, on another origin. */
  readonly host: string;
  readonly close: () => Promise<void>;
}

/** A page that notes what it and its frames complain of, before anything else in it runs. */
function noting(html: string): ServedPage {
  return { body: html.replace('<head>', '<head><script src="./complaints.js"></script>') };
}

const COMPLAINTS: ServedPage = { body: `(${noteComplaints.toString()})()`, headers: { 'content-type': 'text/javascript' } };

export async function openSite(): Promise<Site> {
  const [kernels] = await bundle('e2e/in-page/engines.ts', 'iife');
  const embeds: PlainServer = await plainServer('dist', new Map([
    ['/', noting(readFileSync('dist/index.html', 'utf8'))],
    ['/embed.html', noting(readFileSync('dist/embed.html', 'utf8'))],
    ['/kernels.html', noting(somebodysPage(`<script>${kernels.code}</script>`))],
    ['/complaints.js', COMPLAINTS],
  ]));
  const host = await plainServer(null, new Map([
    ['/', noting(somebodysPage(`${LISTENER}<main>${frameOf(embeds.address, 'figure=stepper')}</main>`))],
    ['/complaints.js', COMPLAINTS],
  ]));
  return {
    page: embeds.address,
    kernels: `${embeds.address}kernels.html`,
    host: host.address,
    close: async () => {
      await embeds.close();
      await host.close();
    },
  };
}
