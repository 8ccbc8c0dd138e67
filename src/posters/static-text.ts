import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The text of what a component of a figure says, as its reader sees it, without its markup. */
export function staticText(node: ReactNode): string {
  return renderToStaticMarkup(node)
    // Blocks stand apart on the screen without a space between them in the text.
    .replace(/<\/(?:p|div|li)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
    .trim();
}
