import { escapeHtml } from './escape-html';

/** A poster that the embed shows until its figure is there. */
export interface EmbedPoster {
  readonly name: string;
  /** The preset whose address, without a figure, shows this poster. */
  readonly mainOf: string | null;
  readonly title: string;
  readonly subject: string;
  readonly finding: readonly string[];
  readonly width: number;
  readonly height: number;
}

const PLACE = '<!--posters-->';

/** The part shown by an address without figure and preset. */
const FIRST = 'thread';

/**
 * Runs during parsing, before any other script: swaps in the poster that the address names. An unknown name changes
 * nothing, and nothing from the address is written into the page.
 */
export const CHOOSE_POSTER = `(function(){
var q=new URLSearchParams(location.search),g=function(n){return q.get(n)||''},d=document,t=g('theme'),p=g('preset'),f=g('figure'),
by=function(n){return d.getElementById('poster-'+n)},
c=by(f+'--'+p)||by(f)||[].find.call(d.querySelectorAll('[data-main]'),function(e){return e.dataset.main===p})||by('${FIRST}');
if(t==='light'||t==='dark')d.documentElement.dataset.theme=t;
if(c)d.getElementById('poster').replaceChildren(c.content.cloneNode(true));
})()`;

/** True of every figure, whether or not a script ever runs. */
const ANY = 'A figure of Batch of One: a float32 linear layer, added up in the orders of real libraries, to the bit.';

function template({ name, mainOf, title, subject, finding, width, height }: EmbedPoster): string {
  const about = subject === '' ? '' : ` ${escapeHtml(subject)}`;
  const main = mainOf === null ? '' : ` data-main="${mainOf}"`;
  return `<template id="poster-${name}"${main}><p><strong>${escapeHtml(title)}${title.endsWith('?') ? '' : '.'}</strong>${about}</p><p>${escapeHtml(finding.join(' '))}</p><img src="./posters/${name}.svg" width="${width}" height="${height}" alt=""></template>`;
}

/** embed.html with all posters in it, one of which shows before anything else has loaded. */
export function withPosters(embed: string, posters: readonly EmbedPoster[]): string {
  if (!embed.includes(PLACE)) throw new Error(`embed.html has no ${PLACE} to write the posters to.`);
  const shown = `<div id="poster"><p>${ANY}</p></div>${posters.map(template).join('')}<script>${CHOOSE_POSTER}</script>`;
  return embed.replace(PLACE, () => shown);
}
