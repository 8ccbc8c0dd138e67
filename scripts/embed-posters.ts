import { escapeHtml } from './escape-html';

/** A poster as the embed shows it until its figure is there. */
export interface EmbedPoster {
  readonly name: string;
  /** It is what an address shows that names this preset and no figure. */
  readonly mainOf: string | null;
  readonly title: string;
  readonly subject: string;
  readonly finding: readonly string[];
  readonly width: number;
  readonly height: number;
}

const PLACE = '<!--posters-->';

/** The part that an address shows which names neither a figure nor a preset. */
const FIRST = 'thread';

/**
 * Runs while the page is read, before any other script: of the posters that are there, the one that the address names
 * takes the place of what stands there. A name that is no poster's changes nothing; nothing of the address is written.
 */
export const CHOOSE_POSTER = `(function(){
var q=new URLSearchParams(location.search),g=function(n){return q.get(n)||''},d=document,t=g('theme'),p=g('preset'),f=g('figure'),
by=function(n){return d.getElementById('poster-'+n)},
c=by(f+'--'+p)||by(f)||[].find.call(d.querySelectorAll('[data-main]'),function(e){return e.dataset.main===p})||by('${FIRST}');
if(t==='light'||t==='dark')d.documentElement.dataset.theme=t;
if(c)d.getElementById('poster').replaceChildren(c.content.cloneNode(true));
})()`;

/** True whichever figure is asked for, and whether or not a script ever runs. */
const ANY = 'A figure of Batch of One: a float32 linear layer, added up in the orders of real libraries, to the bit.';

function template({ name, mainOf, title, subject, finding, width, height }: EmbedPoster): string {
  const about = subject === '' ? '' : ` ${escapeHtml(subject)}`;
  const main = mainOf === null ? '' : ` data-main="${mainOf}"`;
  return `<template id="poster-${name}"${main}><p><strong>${escapeHtml(title)}.</strong>${about}</p><p>${escapeHtml(finding.join(' '))}</p><img src="./posters/${name}.svg" width="${width}" height="${height}" alt=""></template>`;
}

/** embed.html with all posters in it, of which one is shown before anything else has come. */
export function withPosters(embed: string, posters: readonly EmbedPoster[]): string {
  if (!embed.includes(PLACE)) throw new Error(`embed.html has no ${PLACE} to write the posters to.`);
  const shown = `<div id="poster"><p>${ANY}</p></div>${posters.map(template).join('')}<script>${CHOOSE_POSTER}</script>`;
  return embed.replace(PLACE, () => shown);
}
