import type { Canvas } from './canvas';
import { element, escapeXml, numberText } from './markup';
import { plainColour } from './plain-colour';
import { fontOf } from './text-runs';

/** Shapes and text; everything else in a drawing (titles, scripts, foreign content) is left out. */
const COPIED = new Set(['g', 'path', 'line', 'rect', 'circle', 'ellipse', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'pattern', 'clipPath', 'linearGradient', 'stop']);

/** Attributes that say where something is; its looks come from its computed style. */
const GEOMETRY = new Set(['id', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'points', 'width', 'height', 'transform', 'patternUnits', 'patternTransform', 'patternContentUnits', 'clip-path', 'pathLength']);

/** Copies an inline SVG of the page in place, with its computed style written in. */
export function copySvg(svg: SVGSVGElement, canvas: Canvas): void {
  const { left, top, width, height } = svg.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const children = [...svg.children].map((child) => copied(child as SVGElement)).join('');
  const { viewBox } = svg;
  const box = viewBox.baseVal;
  const fits = box !== null && svg.hasAttribute('viewBox') && box.width > 0;
  const scale = fits ? ` ${fitting(svg, width, height)} translate(${numberText(-box.x)},${numberText(-box.y)})` : '';
  // Text may overflow the drawing, but must lie within the picture.
  const reach = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
  canvas.piece(
    element('g', { transform: `translate(${numberText(left)},${numberText(top)})${scale}` }, children),
    Math.min(left, ...reach.map((one) => one.left)),
    Math.min(top, ...reach.map((one) => one.top)),
    Math.max(left + width, ...reach.map((one) => one.right)),
    Math.max(top + height, ...reach.map((one) => one.bottom)),
  );
}

/** How a drawing's units map to CSS pixels: stretched, or as large as fits, centred. */
function fitting({ viewBox, preserveAspectRatio }: SVGSVGElement, width: number, height: number): string {
  const x = width / viewBox.baseVal.width;
  const y = height / viewBox.baseVal.height;
  if (preserveAspectRatio.baseVal.align === SVGPreserveAspectRatio.SVG_PRESERVEASPECTRATIO_NONE) return `scale(${x},${y})`;
  const scale = Math.min(x, y);
  return `translate(${numberText((width - scale * viewBox.baseVal.width) / 2)},${numberText((height - scale * viewBox.baseVal.height) / 2)}) scale(${scale})`;
}

function copied(node: SVGElement): string {
  if (!COPIED.has(node.tagName)) return '';
  const style = getComputedStyle(node);
  if (style.display === 'none' && node.closest('defs') === null) return '';
  const attributes: Record<string, string | number | undefined> = {};
  for (const { name, value } of node.attributes) if (GEOMETRY.has(name)) attributes[name] = value;
  const children = [...node.childNodes].map((child) => (child instanceof Text ? escapeXml(child.data) : child instanceof SVGElement ? copied(child) : '')).join('');
  const isGroup = node.tagName === 'g' || node.tagName === 'defs' || node.tagName === 'clipPath';
  if (!isGroup) {
    if (style.visibility === 'hidden') return '';
    const fill = paint(style.fill);
    const stroke = paint(style.stroke);
    const line = parseFloat(style.strokeWidth) || 0;
    const isDrawn = fill.paint !== 'none' || (stroke.paint !== 'none' && line > 0);
    // A transparent area only there to catch the pointer.
    if (!isDrawn && node.tagName !== 'pattern') return '';
    Object.assign(attributes, { fill: fill.paint, 'fill-opacity': opacity(fill.alpha, style.fillOpacity) });
    if (stroke.paint !== 'none' && line > 0) {
      Object.assign(attributes, {
        stroke: stroke.paint,
        'stroke-width': line,
        'stroke-opacity': opacity(stroke.alpha, style.strokeOpacity),
        'stroke-dasharray': style.strokeDasharray === 'none' ? undefined : style.strokeDasharray.replace(/px/g, ''),
        'stroke-linecap': style.strokeLinecap === 'butt' ? undefined : style.strokeLinecap,
        'stroke-linejoin': style.strokeLinejoin === 'miter' ? undefined : style.strokeLinejoin,
        'paint-order': style.paintOrder === 'normal' ? undefined : style.paintOrder,
        'vector-effect': style.vectorEffect === 'none' ? undefined : style.vectorEffect,
      });
    }
    if (node.tagName === 'text' || node.tagName === 'tspan') {
      Object.assign(attributes, fontOf(style), {
        'text-anchor': style.textAnchor === 'start' ? undefined : style.textAnchor,
        'dominant-baseline': style.dominantBaseline === 'auto' ? undefined : style.dominantBaseline,
      });
      if (children === '') return '';
    }
  }
  if (style.opacity !== '1') attributes['opacity'] = Number(style.opacity);
  return isGroup && children === '' ? '' : element(node.tagName, attributes, children);
}

function paint(css: string): { readonly paint: string; readonly alpha: number } {
  if (css === 'none' || css.startsWith('url(')) return { paint: css.replace(/"/g, ''), alpha: 1 };
  const { hex, alpha } = plainColour(css);
  return alpha === 0 ? { paint: 'none', alpha: 1 } : { paint: hex, alpha };
}

function opacity(alpha: number, own: string): number | undefined {
  const all = alpha * (own.endsWith('%') ? parseFloat(own) / 100 : Number(own));
  return all === 1 ? undefined : all;
}
