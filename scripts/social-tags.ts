import { escapeHtml } from './escape-html';

interface SocialPage {
  readonly title: string;
  readonly description: string;
  /** Address of the page itself. */
  readonly url: string;
  /** Address of its card, 1200 × 630. */
  readonly card: string;
  /** Alternative text for the card. */
  readonly cardAlt: string;
}

/** The tags for link previews of a page: Open Graph, and those that Twitter cards need besides. */
export function socialTags({ title, description, url, card, cardAlt }: SocialPage): string {
  const properties = [
    ['og:type', 'website'],
    ['og:site_name', 'Batch of One'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', card],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', cardAlt],
  ] as const;
  return [...properties.map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}" />`), '<meta name="twitter:card" content="summary_large_image" />'].join('\n    ');
}
