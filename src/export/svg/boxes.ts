import type { Canvas } from './canvas';
import { element, numberText } from './markup';
import { plainColour } from './plain-colour';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Draws the background, shadow rings, borders and outline of a box, as far as the page uses them. */
export function drawBox(box: Box, style: CSSStyleDeclaration, canvas: Canvas): void {
  drawRings(box, style.boxShadow, canvas);
  const fill = plainColour(style.backgroundColor);
  const radius = parseFloat(style.borderTopLeftRadius) || 0;
  const round = Math.min(style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * box.width : radius, box.width / 2, box.height / 2) || undefined;
  const corners = cornersOf(style.clipPath, box);
  if (corners !== null) {
    canvas.piece(element('polygon', { points: corners, fill: fill.hex }), box.left, box.top, box.left + box.width, box.top + box.height);
    return;
  }
  if (fill.alpha > 0 && box.width > 0 && box.height > 0) {
    canvas.rect(box.left, box.top, box.width, box.height, { fill: fill.hex, 'fill-opacity': fill.alpha === 1 ? undefined : fill.alpha, rx: round });
  }
  drawBorders(box, style, canvas, round);
  const outline = parseFloat(style.outlineWidth);
  const ink = plainColour(style.outlineColor);
  if (style.outlineStyle === 'solid' && outline > 0 && ink.alpha > 0) frame(box, outline / 2 + (parseFloat(style.outlineOffset) || 0), outline, ink.hex, canvas);
}

/** The corners of a box clipped to a polygon given in percentages; null for an unclipped box. */
function cornersOf(clipPath: string, { left, top, width, height }: Box): string | null {
  const [, list] = /^polygon\(([^)]*)\)$/.exec(clipPath) ?? [];
  const place = (text: string, from: number, length: number): string => numberText(from + (text.endsWith('%') ? (parseFloat(text) / 100) * length : parseFloat(text)));
  return list?.split(', ').map((corner) => corner.split(' ')).map(([x = '', y = '']) => `${place(x, left, width)},${place(y, top, height)}`).join(' ') ?? null;
}

/** Draws a frame `line` wide whose centre line is `out` outside the box. */
function frame({ left, top, width, height }: Box, out: number, line: number, colour: string, canvas: Canvas, rx?: number): void {
  canvas.rect(left - out, top - out, width + 2 * out, height + 2 * out, { fill: 'none', stroke: colour, 'stroke-width': line, rx });
}

/** Draws shadows without offset or blur as rings around the box, the first the innermost. */
function drawRings(box: Box, shadow: string, canvas: Canvas): void {
  let inner = 0;
  for (const [, colour = '', spread = ''] of shadow.matchAll(/((?:rgba?|color|oklab|oklch)\([^)]*\)) 0px 0px 0px ([\d.]+)px(?! inset)/g)) {
    const outer = parseFloat(spread);
    if (outer > inner) frame(box, (inner + outer) / 2, outer - inner, plainColour(colour).hex, canvas);
    inner = outer;
  }
}

function drawBorders(box: Box, style: CSSStyleDeclaration, canvas: Canvas, rx: number | undefined): void {
  const { left, top, width, height } = box;
  const sides = SIDES.map((side) => ({ line: parseFloat(style[`border${side}Width`]), look: style[`border${side}Style`], colour: plainColour(style[`border${side}Color`]) }));
  const drawn = sides.filter(({ line, look, colour }) => line > 0 && look !== 'none' && look !== 'hidden' && colour.alpha > 0);
  const [first] = drawn;
  if (first !== undefined && drawn.length === 4 && drawn.every(({ line, colour }) => line === first.line && colour.hex === first.colour.hex)) {
    frame(box, -first.line / 2, first.line, first.colour.hex, canvas, rx);
    return;
  }
  const places: readonly Box[] = [
    { left, top, width, height: sides[0]!.line },
    { left: left + width - sides[1]!.line, top, width: sides[1]!.line, height },
    { left, top: top + height - sides[2]!.line, width, height: sides[2]!.line },
    { left, top, width: sides[3]!.line, height },
  ];
  sides.forEach((side, i) => {
    if (!drawn.includes(side)) return;
    const place = places[i]!;
    if (side.look === 'solid') canvas.rect(place.left, place.top, place.width, place.height, { fill: side.colour.hex, 'fill-opacity': side.colour.alpha === 1 ? undefined : side.colour.alpha });
    else {
      const lies = i % 2 === 0;
      const half = side.line / 2;
      const from = lies ? [place.left, place.top + half] : [place.left + half, place.top];
      const by = lies ? `h${place.width}` : `v${place.height}`;
      canvas.piece(`<path d="M${from.join(',')}${by}" fill="none" stroke="${side.colour.hex}" stroke-width="${side.line}" stroke-dasharray="${side.look === 'dotted' ? `${side.line} ${side.line}` : `${3 * side.line} ${2 * side.line}`}"/>`, place.left, place.top, place.left + place.width, place.top + place.height);
    }
  });
}
