import { renderToStaticMarkup } from 'react-dom/server';
import type { Palette } from './palette';
import { valueIn } from './palette';
import type { Poster } from './poster';

const SERIF = "'Source Serif 4',Georgia,'Times New Roman',serif";
const MONO = "CommitMono,ui-monospace,Menlo,Consolas,monospace";

/** White space around the drawing, so that it fits on any page. */
const MARGIN = 16;

/** The palette entries that some markup uses, as declarations. */
function used(markup: string, palette: Palette): string[] {
  const names = [...new Set([...markup.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name))].sort();
  return names.map((name) => `${name}:${valueIn(palette, name)}`);
}

/**
 * A poster as a self-contained SVG document, light or dark like the page that shows it, or like the reader's system if
 * the page does not say.
 */
export function posterSvg({ subject, finding, drawing }: Poster, title: string, light: Palette, dark: Palette): string {
  const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN];
  const body = renderToStaticMarkup(
    <>
      <title>{title}</title>
      <desc>{[subject, ...finding].filter((sentence) => sentence !== '').join(' ')}</desc>
      <rect width="100%" height="100%" fill="var(--paper)" />
      <g transform={`translate(${MARGIN} ${MARGIN})`}>{drawing.marks}</g>
    </>,
  );
  const [inLight, inDark] = [light, dark].map((palette) => used(body, new Map([...palette, ['--mono', MONO]])));
  const others = inDark!.filter((declaration) => !inLight!.includes(declaration));
  const style = `:root{${inLight!.join(';')};font-family:${SERIF}}@media(prefers-color-scheme:dark){:root{${others.join(';')}}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><style>${style}</style>${body}</svg>\n`;
}
