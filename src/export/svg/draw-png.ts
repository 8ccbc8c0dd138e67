import type { FigureSvg } from './figure-svg';

/** Browsers refuse larger canvases, some of them silently. */
const LONGEST_SIDE = 16_384;

/** The drawing as PNG with so many pixels per CSS pixel; fewer where it would be too large for a canvas. */
export async function drawPng({ markup, width, height }: FigureSvg, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const fitting = Math.min(scale, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser drew no picture.')) : resolve(blob)), 'image/png'));
}
