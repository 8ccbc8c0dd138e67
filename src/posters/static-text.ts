import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The text that a figure's component shows, without its markup. */
export function staticText(node: ReactNode): string {
  return renderToStaticMarkup(node)
    // Blocks are separate on the screen, but have no space between them in the text.
    .replace(/<\/(?:p|div|li)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
    .trim();
}
