import type { FigureSvg } from './figure-svg';
import { FACE_SAMPLES } from './fonts';
import { element } from './markup';

/** Browsers refuse larger canvases, some of them silently. */
const LONGEST_SIDE = 16_384;

/** CSS pixels per sample of a font face. */
const SAMPLE = 24;
/** Browsers load an image's fonts asynchronously and leave out text meanwhile; none signals when it is done. */
const PATIENCE_MS = 5000;
const STEP_MS = 30;

/** The drawing as PNG at `scale` pixels per CSS pixel; fewer if it would be too large for a canvas. */
export async function drawPng(svg: FigureSvg, scale: number): Promise<Blob> {
  const { width, height } = svg;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withSamples(svg))}`;
  await image.decode();
  if (svg.markup.includes('@font-face')) await fontsOf(image, height);
  const fitting = Math.min(scale, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser drew no picture.')) : resolve(blob)), 'image/png'));
}

/** The drawing with a letter of each font face in a strip below it, outside the final picture. */
function withSamples({ markup, width, height }: FigureSvg): string {
  const letters = FACE_SAMPLES.map(({ family, weight, style, letter }, i) =>
    element('text', { x: i * SAMPLE + 4, y: height + SAMPLE - 6, 'font-family': `'${family}'`, 'font-size': SAMPLE - 6, 'font-weight': weight, 'font-style': style }, letter),
  );
  const whole = Math.max(width, FACE_SAMPLES.length * SAMPLE);
  return markup
    .replace(/ width="\d+" height="\d+" viewBox="[^"]*"/, ` width="${whole}" height="${height + SAMPLE}" viewBox="0 0 ${whole} ${height + SAMPLE}"`)
    .replace(/<\/svg>$/, `${letters.join('')}</svg>`);
}

/** Waits until every sample below the drawing has rendered. */
async function fontsOf(image: HTMLImageElement, below: number): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = FACE_SAMPLES.length * SAMPLE;
  canvas.height = SAMPLE;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const isRead = (face: number): boolean => context.getImageData(face * SAMPLE, 0, SAMPLE, SAMPLE).data.some((value, at) => at % 4 === 3 && value > 0);
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, below, canvas.width, SAMPLE, 0, 0, canvas.width, SAMPLE);
    if (FACE_SAMPLES.every((_, face) => isRead(face))) return;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
