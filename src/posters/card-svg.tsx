import { renderToStaticMarkup } from 'react-dom/server';
import { Words } from '../charts/marks/text';
import type { Palette } from './palette';
import { valueIn } from './palette';
import type { Drawing } from './poster';

/** The size that social previews require. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 64;
const TEXT_WIDTH = 440;
const GAP = 56;
const DRAWING_WIDTH = CARD_WIDTH - 2 * MARGIN - TEXT_WIDTH - GAP;
const TITLE = { size: 48, leading: 56 } as const;
const BODY = { size: 26, leading: 36, lines: 9 } as const;

/** Width of a wide Source Serif letter in ems: an overestimate, since nothing here can measure text. */
const EM = 0.5;

interface Card {
  readonly title: string;
  /** Most telling first; those that don't fit are left out. */
  readonly sentences: readonly string[];
  readonly drawing: Drawing;
}

/** Wraps text to lines of at most this many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** As many whole sentences as fit in this many lines. */
export function fitting(sentences: readonly string[], letters: number, lines: number): string[] {
  const taken: string[] = [];
  for (const sentence of sentences.flatMap((text) => text.split(/(?<=[.?!]) (?=[\p{Lu}\d(])/u))) {
    const more = [...taken, sentence];
    if (wrapped(more.join(' '), letters).length > lines) break;
    taken.push(sentence);
  }
  return wrapped(taken.join(' '), letters);
}

/** A card for social previews, as an SVG without style sheet or custom properties, which its renderer does not support. */
export function cardSvg({ title, sentences, drawing }: Card, palette: Palette): string {
  const heading = wrapped(title, Math.floor(TEXT_WIDTH / (TITLE.size * EM)));
  const top = MARGIN + 76;
  const bodyTop = top + heading.length * TITLE.leading + 20;
  const body = fitting(sentences, Math.floor(TEXT_WIDTH / (BODY.size * EM)), Math.min(BODY.lines, Math.floor((CARD_HEIGHT - MARGIN - bodyTop) / BODY.leading)));
  const scale = Math.min(DRAWING_WIDTH / drawing.width, (CARD_HEIGHT - 2 * MARGIN - 40) / drawing.height);
  const left = CARD_WIDTH - MARGIN - drawing.width * scale;
  const middle = MARGIN + 40 + (CARD_HEIGHT - 2 * MARGIN - 40 - drawing.height * scale) / 2;
  const marks = renderToStaticMarkup(
    <>
      <rect width={CARD_WIDTH} height={CARD_HEIGHT} fill="var(--paper)" />
      <rect x={MARGIN} y={MARGIN} width={CARD_WIDTH - 2 * MARGIN} height={2} fill="var(--ink)" />
      <Words x={MARGIN} y={MARGIN + 34} size={22} bold>
        Batch of One
      </Words>
      {heading.map((line, i) => (
        <Words key={line} x={MARGIN} y={top + (i + 0.8) * TITLE.leading} size={TITLE.size}>
          {line}
        </Words>
      ))}
      {body.map((line, i) => (
        <Words key={line} x={MARGIN} y={bodyTop + (i + 0.8) * BODY.leading} size={BODY.size} colour="var(--ink-quiet)">
          {line}
        </Words>
      ))}
      <g transform={`translate(${left} ${middle}) scale(${scale})`}>{drawing.marks}</g>
    </>,
  );
  const plain = marks.replace(/var\((--[\w-]+)\)/g, (_, name: string) => (name === '--mono' ? 'CommitMono' : valueIn(palette, name)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" font-family="Source Serif 4">${plain}</svg>`;
}
